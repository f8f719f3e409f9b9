package dev.parley.local.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.local.gateway.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventPatternTest {
  private static final String EVENT =
      """
      {"source":"parley","detail":{"kind":"OrderPlaced","total":12.5,"tags":["a","b"],"note":null,
       "lines":[{"sku":"X"},{"sku":"Y"}]}}
      """;

  private static EventPattern pattern(String json) {
    return EventPattern.of(Json.parse(json.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"source\":[\"parley\"]}|true",
        "{\"source\":[\"other\"]}|false",
        "{\"source\":[\"parley\"],\"detail\":{\"kind\":[\"OrderPlaced\",\"OrderStepped\"]}}|true",
        "{\"detail\":{\"kind\":[{\"prefix\":\"Order\"}]}}|true",
        "{\"detail\":{\"kind\":[{\"suffix\":\"Stepped\"}]}}|false",
        "{\"detail\":{\"kind\":[{\"anything-but\":[\"OrderPlaced\"]}]}}|false",
        "{\"detail\":{\"kind\":[{\"anything-but\":{\"prefix\":\"Shop\"}}]}}|true",
        "{\"detail\":{\"kind\":[{\"equals-ignore-case\":\"orderplaced\"}]}}|true",
        "{\"detail\":{\"kind\":[{\"wildcard\":\"O*d*d\"}]}}|true",
        "{\"detail\":{\"total\":[{\"numeric\":[\">\",10,\"<=\",12.5]}]}}|true",
        "{\"detail\":{\"total\":[{\"numeric\":[\"<\",12.5]}]}}|false",
        "{\"detail\":{\"total\":[12.50]}}|true",
        "{\"detail\":{\"tags\":[\"b\"]}}|true",
        "{\"detail\":{\"note\":[null]}}|true",
        "{\"detail\":{\"gone\":[{\"exists\":false}]}}|true",
        "{\"detail\":{\"kind\":[{\"exists\":false}]}}|false",
        "{\"detail\":{\"lines\":{\"sku\":[\"Y\"]}}}|true",
        "{\"$or\":[{\"source\":[\"x\"]},{\"detail\":{\"total\":[12.5]}}]}|true",
      })
  void takesWhatEventBridgeWouldTake(String pattern, boolean taken) {
    assertEquals(
        taken, pattern(pattern).matches(Json.parse(EVENT.getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void refusesWhatIsNoPattern() {
    assertThrows(IllegalArgumentException.class, () -> pattern("{}"));
    assertThrows(IllegalArgumentException.class, () -> pattern("{\"a\":\"b\"}"));
    assertThrows(IllegalArgumentException.class, () -> pattern("{\"a\":[{\"cidr\":\"x\"}]}"));
  }
}
