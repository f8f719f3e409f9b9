package dev.parley.aws.stream;

import dev.parley.json.JsonObject;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items as a stream's records hold them: JSON that names the type of each value. */
final class Images {
  private Images() {}

  static Map<String, AttributeValue> attributes(JsonObject json) {
    Map<String, AttributeValue> attributes = new TreeMap<>();
    for (String name : json.fields().keySet()) {
      attributes.put(name, value(json.object(name)));
    }
    return attributes;
  }

  private static AttributeValue value(@Nullable Object json) {
    JsonObject typed = json instanceof JsonObject object ? object : JsonObject.EMPTY;
    String type = typed.fields().keySet().stream().findFirst().orElse("NULL");
    return switch (type) {
      case "S" -> AttributeValue.fromS(typed.requiredText(type));
      case "N" -> AttributeValue.fromN(typed.requiredText(type));
      case "B" -> AttributeValue.fromB(bytes(typed.requiredText(type)));
      case "BOOL" -> AttributeValue.fromBool(typed.isTrue(type));
      case "M" -> AttributeValue.fromM(attributes(typed.object(type)));
      case "L" -> AttributeValue.fromL(typed.list(type).stream().map(Images::value).toList());
      case "SS" -> AttributeValue.fromSs(typed.texts(type));
      case "NS" -> AttributeValue.fromNs(typed.texts(type));
      case "BS" -> AttributeValue.fromBs(byteSets(typed.texts(type)));
      default -> AttributeValue.fromNul(true);
    };
  }

  private static List<SdkBytes> byteSets(List<String> texts) {
    return texts.stream().map(Images::bytes).toList();
  }

  private static SdkBytes bytes(String base64) {
    return SdkBytes.fromByteArray(Base64.getDecoder().decode(base64));
  }
}
