package dev.parley.aws.http;

import dev.parley.domain.input.FieldError;
import dev.parley.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object read strictly: what is wrong is collected, and {@link #done} refuses
 * all of it at once, unknown fields included. A field that is wrong reads as {@code null}, or as a
 * value that is never used.
 */
public final class Fields {
  private final JsonObject object;
  private final String pointer;
  private final List<FieldError> errors;
  private final Set<String> known = new HashSet<>();
  private final List<Fields> parts = new ArrayList<>();

  private Fields(JsonObject object, String pointer, List<FieldError> errors) {
    this.object = object;
    this.pointer = pointer;
    this.errors = errors;
  }

  public static Fields of(JsonObject object) {
    return new Fields(object, "", new ArrayList<>());
  }

  /** Returns the fields of one item of a bulk request, with errors of its own. */
  public static Fields of(JsonObject object, String pointer) {
    return new Fields(object, pointer, new ArrayList<>());
  }

  public boolean has(String name) {
    known.add(name);
    return object.fields().get(name) != null;
  }

  /** Returns whether the field is there, be it with {@code null}. */
  public boolean names(String name) {
    known.add(name);
    return object.has(name);
  }

  /** Reads a text that must be there and not be blank. */
  public String text(String name, int most) {
    String value = optionalText(name, most);
    if (!has(name)) {
      error(name, "is required");
    } else if (value != null && value.isBlank()) {
      error(name, "must not be blank");
    }
    return Objects.requireNonNullElse(value, "");
  }

  /** Reads a text of at most so many characters (code points). */
  public @Nullable String optionalText(String name, int most) {
    String value = typed(name, String.class, "must be a string");
    int length = value == null ? 0 : value.codePointCount(0, value.length());
    if (length > most) {
      error(name, "must be at most " + most + " characters, is " + length);
      return null; // A longer id could not be looked up.
    }
    return value;
  }

  /** Reads a text that must be one of the names; the reader returns empty for any other. */
  public <T> @Nullable T optionalChoice(
      String name, String choices, Function<String, Optional<T>> reader) {
    String value = typed(name, String.class, "must be one of " + choices);
    if (value == null) {
      return null;
    }
    Optional<T> read = reader.apply(value);
    if (read.isEmpty()) {
      error(name, "must be one of " + choices);
    }
    return read.orElse(null);
  }

  public @Nullable Boolean optionalBoolean(String name) {
    return typed(name, Boolean.class, "must be true or false");
  }

  public @Nullable BigDecimal optionalNumber(String name) {
    return typed(name, BigDecimal.class, "must be a number");
  }

  public @Nullable Long optionalLong(String name, long least, long most) {
    String rule = "must be a whole number from " + least + " to " + most;
    BigDecimal value = typed(name, BigDecimal.class, rule);
    if (value == null) {
      return null;
    }
    Long whole = object.longValue(name);
    if (whole == null || whole < least || whole > most) {
      error(name, rule);
      return null;
    }
    return whole;
  }

  public long longValue(String name, long least, long most) {
    if (!has(name)) {
      error(name, "is required");
    }
    return Objects.requireNonNullElse(optionalLong(name, least, most), least);
  }

  /** Reads an object; its unknown fields are refused with those of this one. */
  public @Nullable Fields optionalObject(String name) {
    JsonObject value = typed(name, JsonObject.class, "must be an object");
    return value == null ? null : part(value, pointer + "/" + name);
  }

  /** Reads a list of texts. */
  public List<String> texts(String name, int least, int most) {
    List<String> texts = new ArrayList<>();
    List<?> values = list(name, least, most);
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) instanceof String text) {
        texts.add(text);
      } else {
        error(name + "/" + i, "must be a string");
      }
    }
    return texts;
  }

  /** Reads a list of objects, each to be read as {@link Fields} of its own part. */
  public List<Fields> objects(String name, int least, int most) {
    List<Fields> objects = new ArrayList<>();
    List<?> values = list(name, least, most);
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) instanceof JsonObject value) {
        objects.add(part(value, pointer + "/" + name + "/" + i));
      } else {
        error(name + "/" + i, "must be an object");
      }
    }
    return objects;
  }

  /** Reads a list as it is; a list that is not there is empty. */
  public List<?> list(String name, int least, int most) {
    List<?> values =
        typed(name, List.class, "must be a list of " + least + " to " + most + " items");
    int size = values == null ? 0 : values.size();
    boolean mistyped = values == null && has(name);
    if (!mistyped && (size < least || size > most)) {
      error(name, "must have from " + least + " to " + most + " items, has " + size);
    }
    return values == null || size > most ? List.of() : values;
  }

  public void error(String name, String detail) {
    errors.add(new FieldError(pointer + "/" + name, detail));
  }

  /** Returns everything wrong so far, unknown fields included. */
  public List<FieldError> errors() {
    noUnknown();
    return List.copyOf(errors);
  }

  /** Refuses the request when anything was wrong. */
  public void done() {
    List<FieldError> all = errors();
    if (!all.isEmpty()) {
      throw new BadInput(all);
    }
  }

  private void noUnknown() {
    for (String name : object.fields().keySet()) {
      if (known.add(name)) {
        error(name, "is not a field here");
      }
    }
    parts.forEach(Fields::noUnknown);
  }

  private Fields part(JsonObject value, String at) {
    Fields part = new Fields(value, at, errors);
    parts.add(part);
    return part;
  }

  private <T> @Nullable T typed(String name, Class<T> type, String rule) {
    known.add(name);
    Object value = object.fields().get(name);
    if (value == null) {
      return null;
    }
    if (!type.isInstance(value)) {
      error(name, rule);
      return null;
    }
    return type.cast(value);
  }
}
