package dev.parley.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The raw texts of the items of one list in a JSON object, exactly as they were received. */
public final class JsonSlices {
  private JsonSlices() {}

  /**
   * Returns the items of the list under the name at the top level, or {@code null} when there is no
   * such list.
   *
   * @param text UTF-8 JSON, which is checked whole
   */
  public static @Nullable List<String> ofList(byte[] text, String name) throws MalformedJson {
    List<String> found = null;
    try (JsonParser parser = Json.FACTORY.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new MalformedJson("an object is expected");
      }
      for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
        if (parser.nextToken() == JsonToken.START_ARRAY && field.equals(name)) {
          found = items(parser, text);
        } else {
          parser.skipChildren();
        }
      }
      if (parser.nextToken() != null) {
        throw new MalformedJson("more than one value");
      }
    } catch (IOException e) {
      throw MalformedJson.of(e);
    }
    return found;
  }

  /**
   * Returns the raw text of the value under the name at the top level, or {@code null} when there
   * is none.
   *
   * @param text UTF-8 JSON, which is checked whole
   */
  public static @Nullable String ofValue(byte[] text, String name) throws MalformedJson {
    String found = null;
    try (JsonParser parser = Json.FACTORY.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new MalformedJson("an object is expected");
      }
      for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
        parser.nextToken();
        if (field.equals(name)) {
          found = slice(parser, text);
        } else {
          parser.skipChildren();
        }
      }
    } catch (IOException e) {
      throw MalformedJson.of(e);
    }
    return found;
  }

  private static String slice(JsonParser parser, byte[] text) throws IOException {
    int from = (int) parser.currentTokenLocation().getByteOffset();
    parser.skipChildren();
    parser.finishToken();
    int to = (int) parser.currentLocation().getByteOffset();
    return new String(text, from, to - from, StandardCharsets.UTF_8);
  }

  private static List<String> items(JsonParser parser, byte[] text) throws IOException {
    List<String> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(slice(parser, text));
    }
    return items;
  }
}
