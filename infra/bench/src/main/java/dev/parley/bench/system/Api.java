package dev.parley.bench.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A client of one base address, with headers that every request carries. */
public final class Api {
  private static final int TOO_MANY = 429;
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final HttpClient http;
  private final String base;
  private final Map<String, String> headers;

  private Api(HttpClient http, String base, Map<String, String> headers) {
    this.http = http;
    this.base = base;
    this.headers = headers;
  }

  public static Api at(String base) {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    return new Api(http, base, Map.of());
  }

  public Api with(String header, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(header, value);
    return new Api(http, base, all);
  }

  public URI uri() {
    return URI.create(base);
  }

  public Api key(String key) {
    return with("authorization", "Bearer " + key);
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  /** Returns the items of all pages of a list; the path has a query already. */
  public List<JsonNode> all(String path) {
    List<JsonNode> all = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = get(path + cursor).is(200).json();
      page.path("items").forEach(all::add);
      String next = page.path("nextCursor").asText("");
      cursor = next.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    } while (!cursor.isEmpty());
    return all;
  }

  public Answer post(String path, Object body) {
    return send("POST", path, json(body));
  }

  public Answer put(String path, Object body) {
    return send("PUT", path, json(body));
  }

  /** Sends the request, and again after a second while the merchant's rate is exceeded. */
  public Answer send(String method, String path, @Nullable String body) {
    HttpRequest request = request(method, path, body);
    try {
      Answer answer = Answer.of(http.send(request, BodyHandlers.ofString()));
      while (answer.status() == TOO_MANY) {
        Thread.sleep(Duration.ofSeconds(1));
        answer = Answer.of(http.send(request, BodyHandlers.ofString()));
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest request(String method, String path, @Nullable String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path))
            .timeout(LONGEST)
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (body != null) {
      request.header("content-type", "application/json");
    }
    headers.forEach(request::header);
    return request.build();
  }

  private static String json(Object body) {
    try {
      return Answer.JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
