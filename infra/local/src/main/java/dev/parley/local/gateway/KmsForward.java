package dev.parley.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** A key service elsewhere: the template's keys are made there, and meant by their ids there. */
public final class KmsForward implements AwsService {
  private final AwsClient service;
  private final Map<String, String> ids = new LinkedHashMap<>();

  /**
   * Makes a key there for each of the template's.
   *
   * @param keys key names, and aliases with the key that each stands for
   */
  public KmsForward(AwsClient service, Map<String, String> keys) {
    this.service = service;
    Map<String, String> made = new LinkedHashMap<>();
    keys.forEach((name, key) -> ids.put(name, made.computeIfAbsent(key, k -> create())));
  }

  private String create() {
    return service
        .call("TrentService.CreateKey", Json.object())
        .path("KeyMetadata")
        .path("KeyId")
        .asText();
  }

  @Override
  public Answer answer(String operation, byte[] body) {
    JsonNode request = Json.tryParse(body).orElseGet(Json::object);
    String given = request.path("KeyId").asText();
    String id = ids.get(given.substring(given.lastIndexOf(':') + 1).replaceFirst("^key/", ""));
    if (id != null) {
      ((ObjectNode) request).put("KeyId", id);
    }
    return Answer.of(service.send("TrentService." + operation, Json.bytes(request)));
  }
}
