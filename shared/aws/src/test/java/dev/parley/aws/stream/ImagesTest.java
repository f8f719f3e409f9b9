package dev.parley.aws.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.json.Json;
import dev.parley.json.MalformedJson;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ImagesTest {
  @Test
  void everyTypeOfAttributeIsReadAsTheTableHadIt() throws MalformedJson {
    String image =
        """
        {"s": {"S": "茶"}, "n": {"N": "1764000000000"}, "b": {"B": "AAEC"}, "t": {"BOOL": true},
         "f": {"BOOL": false}, "z": {"NULL": true}, "m": {"M": {"a": {"S": ""}}},
         "l": {"L": [{"S": "x"}, {"M": {}}]}, "ss": {"SS": ["a", "b"]}, "ns": {"NS": ["1"]},
         "bs": {"BS": ["AA=="]}}\
        """;

    assertEquals(
        Map.ofEntries(
            Map.entry("s", AttributeValue.fromS("茶")),
            Map.entry("n", AttributeValue.fromN("1764000000000")),
            Map.entry("b", AttributeValue.fromB(bytes(0, 1, 2))),
            Map.entry("t", AttributeValue.fromBool(true)),
            Map.entry("f", AttributeValue.fromBool(false)),
            Map.entry("z", AttributeValue.fromNul(true)),
            Map.entry("m", AttributeValue.fromM(Map.of("a", AttributeValue.fromS("")))),
            Map.entry(
                "l",
                AttributeValue.fromL(
                    List.of(AttributeValue.fromS("x"), AttributeValue.fromM(Map.of())))),
            Map.entry("ss", AttributeValue.fromSs(List.of("a", "b"))),
            Map.entry("ns", AttributeValue.fromNs(List.of("1"))),
            Map.entry("bs", AttributeValue.fromBs(List.of(bytes(0))))),
        Images.attributes(Json.readObject(image)));
  }

  private static SdkBytes bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return SdkBytes.fromByteArray(bytes);
  }
}
