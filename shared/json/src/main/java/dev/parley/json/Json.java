package dev.parley.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON text into plain values: {@link JsonObject}, lists, strings, booleans, {@link
 * java.math.BigDecimal}, {@code null}. At most {@value #MAX_DEPTH} levels deep; a name twice in one
 * object is malformed.
 */
public final class Json {
  public static final int MAX_DEPTH = 200;

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(8_000_000)
                  .build())
          .build();

  private Json() {}

  /** Reads one value, which must be all of the text. */
  public static @Nullable Object read(byte[] text) throws MalformedJson {
    try (JsonParser parser = FACTORY.createParser(text)) {
      parser.nextToken();
      Object value = value(parser);
      if (parser.nextToken() != null) {
        throw new MalformedJson("more than one value");
      }
      return value;
    } catch (IOException e) {
      throw MalformedJson.of(e);
    }
  }

  public static @Nullable Object read(String text) throws MalformedJson {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads text that must be one object. */
  public static JsonObject readObject(byte[] text) throws MalformedJson {
    if (read(text) instanceof JsonObject object) {
      return object;
    }
    throw new MalformedJson("an object is expected");
  }

  public static JsonObject readObject(String text) throws MalformedJson {
    return readObject(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads an object that this system wrote itself; malformed text is a programming error. */
  public static JsonObject readOwn(String text) {
    try {
      return readObject(text);
    } catch (MalformedJson e) {
      throw new IllegalStateException("Not the JSON that was written", e);
    }
  }

  static @Nullable Object value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new MalformedJson("no value");
    }
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> parser.getText();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
      default -> throw new MalformedJson("unexpected " + token);
    };
  }

  private static JsonObject object(JsonParser parser) throws IOException {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      fields.put(name, value(parser));
    }
    return new JsonObject(Collections.unmodifiableMap(fields));
  }

  private static List<@Nullable Object> array(JsonParser parser) throws IOException {
    List<@Nullable Object> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return Collections.unmodifiableList(items);
  }
}
