package dev.parley.platforms.http;

/** What came of a call. */
public sealed interface Answer {
  /** The platform answered. */
  record Answered(int status, String body) implements Answer {}

  /** The call never reached the platform. */
  record NotReached(String reason) implements Answer {}

  /** The call may have reached the platform, but no answer came back. */
  record Silent(String reason) implements Answer {}
}
