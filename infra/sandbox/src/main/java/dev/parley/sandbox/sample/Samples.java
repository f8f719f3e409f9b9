package dev.parley.sandbox.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.web.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sample events by platform and kind: each is something that a simulated customer does. */
final class Samples {
  /** What a customer does: the last part of the control route, and its body. */
  record Sample(String does, ObjectNode body) {}

  private final JsonNode all;

  private Samples(JsonNode all) {
    this.all = all;
  }

  /**
   * Reads them.
   *
   * @param messageId what samples about an earlier message name
   */
  static Samples about(String messageId) {
    try (InputStream file = Samples.class.getResourceAsStream("samples.json")) {
      if (file == null) {
        throw new IllegalStateException("samples.json is missing");
      }
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return new Samples(Json.parse(text.replace("$messageId", messageId)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> platforms() {
    return all.propertyStream().map(Map.Entry::getKey).toList();
  }

  List<String> kinds(String platform) {
    return all.path(platform).propertyStream().map(Map.Entry::getKey).toList();
  }

  Optional<Sample> find(String platform, String kind) {
    JsonNode found = all.path(platform).path(kind);
    return found.path(1) instanceof ObjectNode body
        ? Optional.of(new Sample(found.path(0).asText(), body))
        : Optional.empty();
  }
}
