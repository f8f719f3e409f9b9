package dev.parley.sandbox.web;

import org.jspecify.annotations.Nullable;

/** A control request that makes no sense; answered 400 with its message. */
public final class BadRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadRequest(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
