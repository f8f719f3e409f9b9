package dev.parley.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  @Test
  void readsEveryKindOfValue() throws MalformedJson {
    JsonObject read =
        Json.readObject("{\"a\":\"ä\",\"b\":[1,true,null,{}],\"c\":9007199254740993,\"d\":1.50}");

    assertEquals("ä", read.text("a"));
    assertEquals(Arrays.asList(BigDecimal.ONE, true, null, JsonObject.EMPTY), read.list("b"));
    assertEquals(9007199254740993L, read.longValue("c"));
    assertEquals(new BigDecimal("1.50"), read.number("d"));
  }

  @Test
  void readsAFieldOfAnotherTypeAsAbsent() throws MalformedJson {
    JsonObject read = Json.readObject("{\"a\":1,\"b\":\"x\",\"c\":1e400}");

    assertNull(read.text("a"));
    assertNull(read.longValue("b"));
    assertNull(read.longValue("c"));
    assertEquals(JsonObject.EMPTY, read.object("b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "{\"a\":}", "{} {}", "[1,]", "nul", "{\"a\":1,\"a\":2}", "{'a':1}"})
  void refusesWhatIsNotJson(String text) {
    assertThrows(MalformedJson.class, () -> Json.read(text));
  }

  @Test
  void refusesTextNestedDeeperThanItsLimit() {
    String deep = "[".repeat(Json.MAX_DEPTH + 1) + "]".repeat(Json.MAX_DEPTH + 1);

    var refused = assertThrows(MalformedJson.class, () -> Json.read(deep));

    assertTrue(String.valueOf(refused.getMessage()).contains("200 levels"));
  }

  @Test
  void writesWhatItReads() throws MalformedJson {
    String text = "{\"a\":\"\\\"ä\\n\",\"b\":[1,true,null,{\"c\":-0.5}],\"d\":{}}";

    assertEquals(text, JsonWriter.valueText(Json.read(text)));
  }

  @Test
  void cutsAListIntoItsRawItems() throws MalformedJson {
    byte[] text =
        "{\"x\":[0],\"events\":[{\"t\": \"ไทย\"} , 12,\"s\",[ ]],\"y\":1}"
            .getBytes(StandardCharsets.UTF_8);

    assertEquals(
        List.of("{\"t\": \"ไทย\"}", "12", "\"s\"", "[ ]"), JsonSlices.ofList(text, "events"));
  }

  @Test
  void saysThatThereIsNoListWhenTheNameHoldsSomethingElse() throws MalformedJson {
    assertNull(JsonSlices.ofList("{\"events\":{}}".getBytes(StandardCharsets.UTF_8), "events"));
  }

  @Test
  void refusesAListAfterWhichTheTextIsBroken() {
    byte[] text = "{\"events\":[1],".getBytes(StandardCharsets.UTF_8);

    assertThrows(MalformedJson.class, () -> JsonSlices.ofList(text, "events"));
  }
}
