package dev.parley.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Text that is not the JSON that was expected; the message says where and never repeats the text.
 */
public final class MalformedJson extends IOException {
  private static final long serialVersionUID = 1L;

  public MalformedJson(String message) {
    super(message);
  }

  private MalformedJson(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  static MalformedJson of(IOException e) {
    if (e instanceof MalformedJson malformed) {
      return malformed;
    }
    if (e instanceof StreamConstraintsException) {
      return new MalformedJson(
          "deeper than " + Json.MAX_DEPTH + " levels, or a text, name or number in it is too long",
          e);
    }
    if (e instanceof JsonProcessingException p && p.getLocation() != null) {
      var at = p.getLocation();
      return new MalformedJson(
          "malformed at line " + at.getLineNr() + ", column " + at.getColumnNr(), e);
    }
    return new MalformedJson("malformed", e);
  }
}
