package dev.parley.sandbox.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it reached a mount: {@code path} is what follows the mount's prefix, header names
 * are lower case, {@code values} holds the parts of the path that a route names.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Request(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    byte[] body,
    Map<String, String> values) {

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The part of the path that the route calls {@code {name}}. */
  public String value(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the route has no {" + name + "}");
    }
    return value;
  }

  public Request withValues(Map<String, String> matched) {
    return new Request(method, path, query, headers, body, matched);
  }

  /** The body as a JSON object, an empty one if there is no body. */
  public ObjectNode object() {
    if (body.length == 0) {
      return Json.MAPPER.createObjectNode();
    }
    try {
      JsonNode node = Json.MAPPER.readTree(body);
      if (node instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw new BadRequest("The body is not JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new BadRequest("The body can't be read", e);
    }
    throw new BadRequest("The body must be a JSON object", null);
  }
}
