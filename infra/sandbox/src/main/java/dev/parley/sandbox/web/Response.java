package dev.parley.sandbox.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer; {@code dropped} means that the connection closes without one, {@code afterwards} is
 * what happens once it has gone out.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Response(
    int status, Map<String, String> headers, byte[] body, boolean dropped, Runnable afterwards) {
  private static final String JSON = "application/json";

  public static Response json(int status, JsonNode body) {
    return of(status, JSON, Json.bytes(body));
  }

  public static Response message(int status, String message) {
    return json(status, Json.object().put("message", message));
  }

  public static Response of(int status, String contentType, byte[] body) {
    return new Response(
        status, Map.of("content-type", contentType), body, false, Response::nothing);
  }

  public static Response noContent() {
    return new Response(204, Map.of(), new byte[0], false, Response::nothing);
  }

  public static Response drop() {
    return new Response(0, Map.of(), new byte[0], true, Response::nothing);
  }

  public Response with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Response(status, more, body, dropped, afterwards);
  }

  /** The same answer, after which that happens. */
  public Response then(Runnable next) {
    return new Response(status, headers, body, dropped, next);
  }

  private static void nothing() {}
}
