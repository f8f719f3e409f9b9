package dev.parley.aws.stream;

import dev.parley.json.JsonObject;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Attribute values in the JSON of a stream's event. */
final class StreamValues {
  private StreamValues() {}

  static AttributeValue read(@Nullable Object json) {
    if (!(json instanceof JsonObject value) || value.fields().isEmpty()) {
      throw new IllegalArgumentException("Not an attribute value");
    }
    var typed = value.fields().entrySet().iterator().next();
    return switch (typed.getKey()) {
      case "S" -> AttributeValue.fromS(value.requiredText("S"));
      case "N" -> AttributeValue.fromN(value.requiredText("N"));
      case "B" -> AttributeValue.fromB(bytes(value.requiredText("B")));
      case "BOOL" -> AttributeValue.fromBool(value.isTrue("BOOL"));
      case "NULL" -> AttributeValue.fromNul(true);
      case "SS" -> AttributeValue.fromSs(value.texts("SS"));
      case "NS" -> AttributeValue.fromNs(value.texts("NS"));
      case "BS" ->
          AttributeValue.fromBs(value.texts("BS").stream().map(StreamValues::bytes).toList());
      case "L" -> AttributeValue.fromL(list(value.list("L")));
      case "M" -> AttributeValue.fromM(map(value.object("M")));
      default -> throw new IllegalArgumentException("Unknown attribute type " + typed.getKey());
    };
  }

  private static SdkBytes bytes(String base64) {
    return SdkBytes.fromByteArray(Base64.getDecoder().decode(base64));
  }

  private static List<AttributeValue> list(List<@Nullable Object> items) {
    return items.stream().map(StreamValues::read).toList();
  }

  private static Map<String, AttributeValue> map(JsonObject object) {
    Map<String, AttributeValue> map = new LinkedHashMap<>();
    object.fields().forEach((name, value) -> map.put(name, read(value)));
    return map;
  }
}
