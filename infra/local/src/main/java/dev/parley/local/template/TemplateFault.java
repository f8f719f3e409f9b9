package dev.parley.local.template;

import org.jspecify.annotations.Nullable;

/** Something in the template that can't be read or honoured; its message begins with the place. */
public final class TemplateFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TemplateFault(Place place, String message) {
    this(place, message, null);
  }

  public TemplateFault(Place place, String message, @Nullable Throwable cause) {
    super(place + ": " + message, cause);
  }
}
