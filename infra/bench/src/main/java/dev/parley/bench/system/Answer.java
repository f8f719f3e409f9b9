package dev.parley.bench.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;

/** What the running system answered. */
public record Answer(int status, String body, HttpResponse<?> response) {
  static final JsonMapper JSON = new JsonMapper();

  static Answer of(HttpResponse<String> response) {
    return new Answer(response.statusCode(), response.body(), response);
  }

  /** Returns itself; anything else than the status is a fault that ends the bench. */
  public Answer is(int expected) {
    if (status != expected) {
      String asked = response.request().method() + " " + response.request().uri();
      throw new IllegalStateException(asked + " answered " + status + ": " + body);
    }
    return this;
  }

  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("That is no JSON: " + body, e);
    }
  }

  public String text(String pointer) {
    return json().at(pointer).asText();
  }

  public String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
