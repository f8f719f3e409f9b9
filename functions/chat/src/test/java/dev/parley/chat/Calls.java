package dev.parley.chat;

import dev.parley.aws.http.BadInput;
import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.id.RandomIds;
import dev.parley.domain.input.FieldError;
import dev.parley.json.Json;
import dev.parley.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assertions;

/** Requests as the functions see them, and what is in their answers. */
public final class Calls {
  private Calls() {}

  public static HttpCall get(Map<String, String> query) {
    return call(Map.of(), query, "");
  }

  /** Returns a request whose route has a parameter of this name. */
  public static HttpCall at(String name, String value) {
    return call(Map.of(name, value), Map.of(), "");
  }

  public static HttpCall at(String name, String value, Map<String, String> query) {
    return call(Map.of(name, value), query, "");
  }

  public static HttpCall at(String name, String value, String body) {
    return call(Map.of(name, value), Map.of(), body);
  }

  private static HttpCall call(Map<String, String> path, Map<String, String> query, String body) {
    return new HttpCall(
        "GET /",
        "/",
        path,
        query,
        Map.of(),
        body.getBytes(StandardCharsets.UTF_8),
        "req",
        "127.0.0.1",
        Instant.MAX,
        new RandomIds(InstantSource.system()));
  }

  public static JsonObject json(HttpReply reply) {
    return Json.readOwn(Objects.requireNonNull(reply.body()));
  }

  /** Returns what is wrong with a request that is refused, each by its pointer. */
  public static List<String> refused(Runnable request) {
    BadInput refused = Assertions.assertThrows(BadInput.class, request::run);
    return refused.errors().stream().map(FieldError::pointer).toList();
  }
}
