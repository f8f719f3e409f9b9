package dev.parley.acceptance.faults;

/** A way in which one call fails, as the runner takes it. */
record Failure(String name, String error, String when) {
  /** The service is down for longer than the client retries. */
  static final Failure ERROR_BEFORE = new Failure("error before", "exhausted", "before");

  /** The service did it, and was down for longer than the client retries. */
  static final Failure ERROR_AFTER = new Failure("error after", "exhausted", "after");

  static final Failure CRASH_AFTER = new Failure("crash after", "crash", "after");
  static final Failure CRASH_BEFORE = new Failure("crash before", "crash", "before");

  /** The service did it, and the client repeats it. */
  static final Failure REPEATED = new Failure("done and repeated", "internal", "after");

  static final Failure THROTTLED = new Failure("throttled", "throttle", "before");
  static final Failure LOST_BEFORE = new Failure("timeout before", "timeout", "before");
  static final Failure LOST_AFTER = new Failure("timeout after", "timeout", "after");

  /** A message that was worked on but not deleted comes again. */
  static final Failure DELIVERED_TWICE = new Failure("delivered twice", "internal", "before");
}
