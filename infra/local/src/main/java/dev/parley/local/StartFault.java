package dev.parley.local;

import org.jspecify.annotations.Nullable;

/** Why the runner can't start, in one line. */
public final class StartFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StartFault(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
