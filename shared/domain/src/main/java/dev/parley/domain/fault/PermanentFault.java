package dev.parley.domain.fault;

import org.jspecify.annotations.Nullable;

/**
 * A fault that no repetition mends: the work belongs into the dead letters, for a person to see.
 */
public final class PermanentFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PermanentFault(String message) {
    super(message);
  }

  public PermanentFault(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
