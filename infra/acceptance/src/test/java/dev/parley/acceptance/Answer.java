package dev.parley.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;

/** What the running system answered. */
public record Answer(int status, String body, HttpResponse<?> response) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public static Answer of(HttpResponse<String> response) {
    return new Answer(response.statusCode(), response.body(), response);
  }

  public Answer is(int expected) {
    assertEquals(expected, status, body);
    return this;
  }

  public JsonNode json() {
    try {
      return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(body, e);
    }
  }

  public String text(String pointer) {
    return json().at(pointer).asText();
  }

  /** Returns the pointers of a problem's errors. */
  public List<String> pointers() {
    return StreamSupport.stream(json().path("errors").spliterator(), false)
        .map(error -> error.path("pointer").asText())
        .toList();
  }

  public String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
