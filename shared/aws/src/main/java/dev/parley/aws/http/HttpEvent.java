package dev.parley.aws.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.parley.domain.id.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the event of an HTTP API (payload format 2.0), and of it only what a function uses. */
final class HttpEvent {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(20_000_000).build())
          .build();

  private String routeKey = "$default";
  private String rawPath = "/";
  private String rawQuery = "";
  private String requestId = "";
  private String sourceIp = "";
  private @Nullable String body;
  private boolean base64;
  private Map<String, String> headers = Map.of();
  private Map<String, String> pathParameters = Map.of();

  private HttpEvent() {}

  static HttpCall read(InputStream input, Instant deadline, Ids ids) throws IOException {
    HttpEvent event = new HttpEvent();
    try (JsonParser parser = JSON.createParser(input)) {
      parser.nextToken();
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        event.field(name, parser.nextToken(), parser);
      }
    }
    return event.call(deadline, ids);
  }

  private void field(String name, JsonToken token, JsonParser parser) throws IOException {
    switch (name) {
      case "routeKey" -> routeKey = parser.getText();
      case "rawPath" -> rawPath = parser.getText();
      case "rawQueryString" -> rawQuery = parser.getText();
      case "headers" -> headers = texts(parser, true);
      case "pathParameters" -> pathParameters = texts(parser, false);
      case "requestContext" -> context(parser);
      case "body" -> body = parser.getValueAsString();
      case "isBase64Encoded" -> base64 = token == JsonToken.VALUE_TRUE;
      default -> parser.skipChildren();
    }
  }

  private void context(JsonParser parser) throws IOException {
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      switch (name) {
        case "requestId" -> requestId = parser.getText();
        case "http" -> sourceIp = texts(parser, false).getOrDefault("sourceIp", "");
        default -> parser.skipChildren();
      }
    }
  }

  private static Map<String, String> texts(JsonParser parser, boolean lowerCase)
      throws IOException {
    Map<String, String> texts = new HashMap<>();
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return texts;
    }
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      texts.put(lowerCase ? name.toLowerCase(Locale.ROOT) : name, parser.getText());
    }
    return texts;
  }

  private HttpCall call(Instant deadline, Ids ids) {
    return new HttpCall(
        routeKey,
        rawPath,
        Map.copyOf(pathParameters),
        query(rawQuery),
        Map.copyOf(headers),
        bytes(),
        requestId,
        sourceIp,
        deadline,
        ids);
  }

  private byte[] bytes() {
    if (body == null) {
      return new byte[0];
    }
    return base64 ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
  }

  /** A parameter given twice has both values with a comma between, as in API Gateway's own map. */
  private static Map<String, String> query(String raw) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String part : raw.split("&")) {
      if (!part.isEmpty()) {
        int equals = part.indexOf('=');
        String name = equals < 0 ? part : part.substring(0, equals);
        String value = equals < 0 ? "" : decoded(part.substring(equals + 1));
        query.merge(decoded(name), value, (first, next) -> first + "," + next);
      }
    }
    return query;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text; // A lone "%": it stands for itself.
    }
  }
}
