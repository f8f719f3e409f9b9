package dev.parley.json;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object read leniently: a field that is absent or of another type reads as {@code null}, so
 * that what a platform adds or changes never breaks a reader.
 *
 * @param fields names and values in the order of the text
 */
public record JsonObject(Map<String, @Nullable Object> fields) {
  private static final long MOST_SCALE = 1_000;

  public static final JsonObject EMPTY = new JsonObject(Map.of());

  public boolean has(String name) {
    return fields.containsKey(name);
  }

  public @Nullable String text(String name) {
    return fields.get(name) instanceof String s ? s : null;
  }

  public String text(String name, String otherwise) {
    return Objects.requireNonNullElse(text(name), otherwise);
  }

  /** Returns the text of a field that this system wrote itself. */
  public String requiredText(String name) {
    String value = text(name);
    if (value == null) {
      throw new IllegalStateException("The field " + name + " is missing");
    }
    return value;
  }

  /** Returns the object under the name, or an empty one. */
  public JsonObject object(String name) {
    return fields.get(name) instanceof JsonObject o ? o : EMPTY;
  }

  public List<@Nullable Object> list(String name) {
    return fields.get(name) instanceof List<?> l ? Collections.unmodifiableList(l) : List.of();
  }

  /** Returns the objects in the list under the name; other kinds of items are left out. */
  public List<JsonObject> objects(String name) {
    return list(name).stream()
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .toList();
  }

  /** Returns the strings in the list under the name; other kinds of items are left out. */
  public List<String> texts(String name) {
    return list(name).stream().filter(String.class::isInstance).map(String.class::cast).toList();
  }

  /**
   * Returns the number under the name, or {@code null} when there is none, or one of so many digits
   * before or behind its point that writing it out would take the memory.
   */
  public @Nullable BigDecimal number(String name) {
    return fields.get(name) instanceof BigDecimal n && Math.abs((long) n.scale()) <= MOST_SCALE
        ? n
        : null;
  }

  /**
   * Returns the whole number under the name, or {@code null} when there is none or it doesn't fit.
   */
  public @Nullable Long longValue(String name) {
    BigDecimal n = number(name);
    if (n == null || n.precision() - n.scale() > 19) {
      return null;
    }
    try {
      return n.longValueExact();
    } catch (ArithmeticException e) {
      return null;
    }
  }

  public boolean isTrue(String name) {
    return Boolean.TRUE.equals(fields.get(name));
  }
}
