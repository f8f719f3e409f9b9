package dev.parley.bench.plain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What a plain handler reads of an HTTP API's event. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PlainEvent(byte[] body, Map<String, String> headers, Map<String, String> parameters) {
  static final JsonFactory JSON = new JsonFactory();

  static PlainEvent read(InputStream in) throws IOException {
    String body = "";
    boolean encoded = false;
    Map<String, String> headers = Map.of();
    Map<String, String> parameters = Map.of();
    try (JsonParser parser = JSON.createParser(in)) {
      parser.nextToken();
      for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
        JsonToken token = parser.nextToken();
        switch (field) {
          case "body" -> body = parser.getValueAsString("");
          case "isBase64Encoded" -> encoded = token == JsonToken.VALUE_TRUE;
          case "headers" -> headers = texts(parser);
          case "pathParameters" -> parameters = texts(parser);
          default -> parser.skipChildren();
        }
      }
    }
    byte[] bytes =
        encoded ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
    return new PlainEvent(bytes, headers, parameters);
  }

  private static Map<String, String> texts(JsonParser parser) throws IOException {
    Map<String, String> texts = new HashMap<>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      texts.put(name.toLowerCase(Locale.ROOT), parser.nextTextValue());
    }
    return texts;
  }

  String parameter(String name) {
    return parameters.getOrDefault(name.toLowerCase(Locale.ROOT), "-");
  }
}
