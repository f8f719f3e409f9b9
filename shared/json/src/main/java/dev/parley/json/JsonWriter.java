package dev.parley.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes the fields of one JSON object, in the order of the calls. */
public final class JsonWriter {
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private final JsonGenerator out;

  private JsonWriter(JsonGenerator out) {
    this.out = out;
  }

  /** Returns the UTF-8 bytes of the object whose fields the action writes. */
  public static byte[] bytes(Consumer<JsonWriter> fields) {
    var buffer = new ByteArrayOutputStream(512);
    try (JsonGenerator generator = Json.FACTORY.createGenerator(buffer)) {
      new JsonWriter(generator).write(fields);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return buffer.toByteArray();
  }

  /** Returns the text of the object whose fields the action writes. */
  public static String text(Consumer<JsonWriter> fields) {
    return new String(bytes(fields), StandardCharsets.UTF_8);
  }

  /** Returns the text of a value as {@link Json} reads it. */
  public static String valueText(@Nullable Object value) {
    var buffer = new ByteArrayOutputStream(512);
    try (JsonGenerator generator = Json.FACTORY.createGenerator(buffer)) {
      new JsonWriter(generator).any(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return buffer.toString(StandardCharsets.UTF_8);
  }

  public JsonWriter field(String name, @Nullable String value) {
    return run(
        () -> {
          out.writeFieldName(name);
          out.writeString(value);
        });
  }

  public JsonWriter field(String name, long value) {
    return run(() -> out.writeNumberField(name, value));
  }

  public JsonWriter field(String name, boolean value) {
    return run(() -> out.writeBooleanField(name, value));
  }

  public JsonWriter field(String name, @Nullable BigDecimal value) {
    return put(name, value);
  }

  /** Writes the time as RFC 3339 has it: UTC, always with milliseconds. */
  public JsonWriter time(String name, @Nullable Instant value) {
    return put(name, value == null ? null : TIME.format(value));
  }

  /** Writes the field only when there is a value. */
  public JsonWriter optional(String name, @Nullable String value) {
    return value == null ? this : field(name, value);
  }

  /** Writes any value that {@link Json} reads, and numbers, maps and lists of such. */
  public JsonWriter put(String name, @Nullable Object value) {
    return run(
        () -> {
          out.writeFieldName(name);
          any(value);
        });
  }

  public JsonWriter object(String name, Consumer<JsonWriter> fields) {
    return run(
        () -> {
          out.writeFieldName(name);
          write(fields);
        });
  }

  /** Writes a list of objects. */
  public <T> JsonWriter objects(
      String name, Iterable<? extends T> items, BiConsumer<JsonWriter, T> fields) {
    return run(
        () -> {
          out.writeArrayFieldStart(name);
          for (T item : items) {
            write(w -> fields.accept(w, item));
          }
          out.writeEndArray();
        });
  }

  public JsonWriter texts(String name, Iterable<String> items) {
    return run(
        () -> {
          out.writeArrayFieldStart(name);
          for (String item : items) {
            out.writeString(item);
          }
          out.writeEndArray();
        });
  }

  /** Writes text that is JSON already. */
  public JsonWriter raw(String name, String json) {
    return run(
        () -> {
          out.writeFieldName(name);
          out.writeRawValue(json);
        });
  }

  private void write(Consumer<JsonWriter> fields) throws IOException {
    out.writeStartObject();
    fields.accept(this);
    out.writeEndObject();
  }

  private void any(@Nullable Object value) throws IOException {
    switch (value) {
      case null -> out.writeNull();
      case String s -> out.writeString(s);
      case Boolean b -> out.writeBoolean(b);
      case BigDecimal n -> out.writeNumber(n.toPlainString());
      case Integer n -> out.writeNumber(n);
      case Long n -> out.writeNumber(n);
      case JsonObject o -> map(o.fields());
      case Map<?, ?> m -> map(m);
      case List<?> items -> {
        out.writeStartArray();
        for (Object item : items) {
          any(item);
        }
        out.writeEndArray();
      }
      default -> throw new IllegalArgumentException("Not a JSON value: " + value.getClass());
    }
  }

  private void map(Map<?, ?> fields) throws IOException {
    out.writeStartObject();
    for (var field : fields.entrySet()) {
      out.writeFieldName(String.valueOf(field.getKey()));
      any(field.getValue());
    }
    out.writeEndObject();
  }

  private JsonWriter run(Writing action) {
    try {
      action.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  private interface Writing {
    void run() throws IOException;
  }
}
