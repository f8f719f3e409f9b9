package dev.parley.aws.http;

import dev.parley.domain.input.FieldError;
import dev.parley.json.JsonWriter;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as RFC 9457 has it.
 *
 * @param name the last part of the problem's type: {@code reply-window-closed}
 * @param more writes fields of this type's own
 */
public record Problem(
    String name,
    String title,
    @Nullable String detail,
    List<FieldError> errors,
    Consumer<JsonWriter> more) {
  private static final String TYPES = "https://parley.dev/problems/";

  public Problem {
    errors = List.copyOf(errors);
  }

  void write(JsonWriter w, int status, String requestId) {
    w.field("type", TYPES + name).field("title", title).field("status", status);
    w.optional("detail", detail).field("requestId", requestId);
    if (!errors.isEmpty()) {
      w.objects(
          "errors",
          errors,
          (item, error) -> item.field("pointer", error.pointer()).field("detail", error.detail()));
    }
    more.accept(w);
  }
}
