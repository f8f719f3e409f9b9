package dev.parley.domain.fault;

import org.jspecify.annotations.Nullable;

/** A fault of something outside that may be gone at the next try: throttling, a time-out, a 5xx. */
public final class TransientFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TransientFault(String message) {
    super(message);
  }

  public TransientFault(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
