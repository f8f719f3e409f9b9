package dev.parley.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** How large an item is for DynamoDB's accounts. */
final class ItemSize {
  private static final int KIBIBYTE = 1024;

  private ItemSize() {}

  /** Write units of an item: one for each KiB begun, one at the least. */
  static int writeUnits(JsonNode item) {
    return Math.max(1, Math.ceilDiv(bytes(item), KIBIBYTE));
  }

  static int bytes(JsonNode item) {
    int bytes = 0;
    for (Map.Entry<String, JsonNode> attribute : item.properties()) {
      bytes += utf8(attribute.getKey()) + value(attribute.getValue());
    }
    return bytes;
  }

  private static int utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static int value(JsonNode typed) {
    if (typed.size() != 1) {
      return 0;
    }
    Map.Entry<String, JsonNode> only = typed.properties().iterator().next();
    JsonNode value = only.getValue();
    return switch (only.getKey()) {
      case "S" -> utf8(value.asText());
      case "N" -> number(value.asText());
      case "B" -> value.asText().length() * 3 / 4;
      case "SS", "NS", "BS" -> elements(value);
      case "L" -> list(value);
      case "M" -> 3 + value.size() + bytes(value);
      default -> 1;
    };
  }

  private static int number(String digits) {
    return (digits.length() + 1) / 2 + 1;
  }

  private static int elements(JsonNode set) {
    int bytes = 0;
    for (JsonNode element : set) {
      bytes += utf8(element.asText());
    }
    return bytes;
  }

  private static int list(JsonNode list) {
    int bytes = 3 + list.size();
    for (JsonNode element : list) {
      bytes += value(element);
    }
    return bytes;
  }
}
