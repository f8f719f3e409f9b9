package dev.parley.local.control;

/** A control request that makes no sense; answered 400 with its message. */
final class BadControlCall extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadControlCall(String message) {
    super(message);
  }
}
