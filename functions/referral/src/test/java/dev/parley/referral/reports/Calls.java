package dev.parley.referral.reports;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.id.RandomIds;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** Requests as the functions see them. */
public final class Calls {
  private Calls() {}

  public static HttpCall get(Map<String, String> query) {
    return call("GET /", Map.of(), query, "");
  }

  public static HttpCall at(Map<String, String> path) {
    return call("GET /", path, Map.of(), "");
  }

  public static HttpCall put(String body) {
    return call("PUT /", Map.of(), Map.of(), body);
  }

  private static HttpCall call(
      String route, Map<String, String> path, Map<String, String> query, String body) {
    return new HttpCall(
        route,
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
}
