package dev.parley.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;

/** An error that a table or queue answered to the runner itself. */
public final class AwsCallFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String type;

  AwsCallFault(String target, JsonNode error) {
    super(target + ": " + error);
    this.type = typeOf(error);
  }

  /** The error's name, such as {@code ResourceInUseException}. */
  public String type() {
    return type;
  }

  static String typeOf(JsonNode error) {
    String type = error.path("__type").asText();
    return type.substring(type.indexOf('#') + 1);
  }
}
