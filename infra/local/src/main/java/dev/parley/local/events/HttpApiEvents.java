package dev.parley.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.local.gateway.Json;
import dev.parley.local.gateway.Reply;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** HTTP API payload 2.0: requests as events, and what functions return as replies. */
final class HttpApiEvents {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final Pattern TEXT =
      Pattern.compile(
          "text/.*|application/(json|javascript|xml|.*\\+json|.*\\+xml)(;.*)?|multipart/none",
          Pattern.CASE_INSENSITIVE);

  private final String account;

  HttpApiEvents(String account) {
    this.account = account;
  }

  ObjectNode event(
      HttpRequest request,
      String routeKey,
      Map<String, String> parameters,
      Instant now,
      String id) {
    Map<String, String> headers = headers(request);
    String path = decode(request.rawPath().replace("+", "%2B"));
    ObjectNode event =
        Json.object()
            .put("version", "2.0")
            .put("routeKey", routeKey)
            .put("rawPath", path)
            .put("rawQueryString", request.rawQuery() == null ? "" : request.rawQuery());
    String cookies = headers.remove("cookie");
    if (cookies != null) {
      var list = event.putArray("cookies");
      Pattern.compile("; *").splitAsStream(cookies).forEach(list::add);
    }
    putAll(event.putObject("headers"), headers);
    Map<String, String> query = query(request.rawQuery());
    if (!query.isEmpty()) {
      putAll(event.putObject("queryStringParameters"), query);
    }
    event.set("requestContext", context(request, routeKey, headers, now, id));
    if (!parameters.isEmpty()) {
      putAll(event.putObject("pathParameters"), parameters);
    }
    putBody(event, request.body(), headers.getOrDefault("content-type", ""));
    return event;
  }

  private static void putAll(ObjectNode object, Map<String, String> values) {
    values.forEach(object::put);
  }

  private static Map<String, String> headers(HttpRequest request) {
    Map<String, String> headers = new TreeMap<>();
    request
        .headers()
        .forEach(
            (name, values) -> {
              String lower = name.toLowerCase(Locale.ROOT);
              headers.put(lower, String.join(lower.equals("cookie") ? "; " : ",", values));
            });
    headers.merge("x-forwarded-for", "127.0.0.1", (before, own) -> before + ", " + own);
    headers.put("x-forwarded-proto", "http");
    return headers;
  }

  private static Map<String, String> query(@Nullable String raw) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        values.merge(name, value, (before, more) -> before + "," + more);
      }
    }
    return values;
  }

  private static String decode(String encoded) {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return encoded;
    }
  }

  private ObjectNode context(
      HttpRequest request, String routeKey, Map<String, String> headers, Instant now, String id) {
    String host = headers.getOrDefault("host", "127.0.0.1");
    ObjectNode context =
        Json.object()
            .put("accountId", account)
            .put("apiId", "local")
            .put("domainName", host)
            .put("domainPrefix", "local");
    context
        .putObject("http")
        .put("method", request.method())
        .put("path", decode(request.rawPath().replace("+", "%2B")))
        .put("protocol", "HTTP/1.1")
        .put("sourceIp", "127.0.0.1")
        .put("userAgent", headers.getOrDefault("user-agent", ""));
    return context
        .put("requestId", id)
        .put("routeKey", routeKey)
        .put("stage", "$default")
        .put("time", TIME.format(now))
        .put("timeEpoch", now.toEpochMilli());
  }

  /** Text as it is, when its type says so; everything else in Base64. */
  private static void putBody(ObjectNode event, byte[] body, String contentType) {
    Optional<String> text =
        contentType.isEmpty() || TEXT.matcher(contentType).matches()
            ? utf8(body)
            : Optional.empty();
    if (body.length > 0) {
      event.put("body", text.orElseGet(() -> Base64.getEncoder().encodeToString(body)));
    }
    event.put("isBase64Encoded", body.length > 0 && text.isEmpty());
  }

  private static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** What API Gateway makes of a function's answer. */
  static Reply reply(byte[] payload) {
    Optional<JsonNode> parsed = Json.tryParse(payload);
    if (parsed.isEmpty()) {
      return message(500, "Internal Server Error");
    }
    JsonNode answer = parsed.get();
    if (!answer.has("statusCode")) {
      byte[] body = answer.isTextual() ? answer.asText().getBytes(StandardCharsets.UTF_8) : payload;
      return new Reply(200, Map.of("content-type", "application/json"), body);
    }
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("content-type", "text/plain;charset=UTF-8");
    answer
        .path("headers")
        .properties()
        .forEach(h -> headers.put(h.getKey().toLowerCase(Locale.ROOT), h.getValue().asText()));
    headers.remove("content-length");
    if (!answer.path("cookies").isEmpty()) {
      headers.put("set-cookie", cookies(answer.path("cookies")));
    }
    int status = answer.path("statusCode").asInt();
    byte[] body = body(answer);
    if (body.length == 0 && !answer.path("headers").has("content-type")) {
      headers.remove("content-type");
    }
    return new Reply(status, headers, body);
  }

  private static String cookies(JsonNode cookies) {
    List<String> all = new java.util.ArrayList<>();
    cookies.forEach(cookie -> all.add(cookie.asText()));
    return String.join("\n", all);
  }

  private static byte[] body(JsonNode answer) {
    String body = answer.path("body").asText("");
    return answer.path("isBase64Encoded").asBoolean()
        ? Base64.getDecoder().decode(body)
        : body.getBytes(StandardCharsets.UTF_8);
  }

  static Reply message(int status, String message) {
    return Reply.json(status, Json.object().put("message", message));
  }
}
