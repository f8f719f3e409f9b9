package dev.parley.platforms.meta;

import dev.parley.domain.id.Ulids;
import dev.parley.json.Json;
import dev.parley.json.JsonObject;
import dev.parley.json.MalformedJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Meta's JSON, in which ids and times come as texts and as numbers. */
public final class MetaJson {
  private static final long LATEST_MILLIS = 253_402_300_799_999L;

  /** Times before it, read as milliseconds, are meant as seconds: it is in 1973. */
  private static final long EARLIEST_MILLIS = 100_000_000_000L;

  private MetaJson() {}

  /** Returns the object of JSON that was checked before; an empty one when it is none. */
  public static JsonObject object(String json) {
    try {
      return Json.read(json) instanceof JsonObject object ? object : JsonObject.EMPTY;
    } catch (MalformedJson e) {
      return JsonObject.EMPTY; // It can't have come through the webhook; it is kept whole.
    }
  }

  /** Returns the id under the name, or {@code null} when there is none. */
  public static @Nullable String id(JsonObject json, String name) {
    String text = json.text(name);
    if (text != null) {
      return text.isBlank() ? null : text;
    }
    BigDecimal number = json.number(name);
    return number == null || number.scale() > 0 || number.precision() > 40
        ? null
        : number.toBigInteger().toString();
  }

  /** Returns the text under the name, or {@code null} when there is none or it is blank. */
  public static @Nullable String filled(JsonObject json, String name) {
    String text = json.text(name);
    return text == null || text.isBlank() ? null : text;
  }

  /** Returns the time under the name, given in seconds or milliseconds, or {@code null}. */
  public static @Nullable Instant time(JsonObject json, String name) {
    Long number = json.longValue(name);
    Long value = number == null ? parsed(json.text(name, "")) : number;
    if (value == null || value < 0) {
      return null;
    }
    long millis = value < EARLIEST_MILLIS ? value * 1000 : value;
    return millis > LATEST_MILLIS ? null : Instant.ofEpochMilli(millis);
  }

  private static @Nullable Long parsed(String text) {
    return text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
  }

  /** Returns what an event without an id is known by: the same for the same text. */
  public static String digest(String json) {
    return HexFormat.of().formatHex(Ulids.sha256(json));
  }
}
