package dev.parley.aws.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.input.FieldError;
import dev.parley.json.Json;
import dev.parley.json.MalformedJson;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FieldsTest {
  @Test
  void readsWhatIsRight() throws MalformedJson {
    Fields fields =
        fields("{\"name\":\"店\",\"count\":3,\"on\":true,\"ids\":[\"a\"],\"o\":{\"x\":\"y\"}}");

    assertEquals("店", fields.text("name", 1));
    assertEquals(3, fields.longValue("count", 1, 3));
    assertEquals(true, fields.optionalBoolean("on"));
    assertEquals(List.of("a"), fields.texts("ids", 1, 1));
    assertEquals("y", Objects.requireNonNull(fields.optionalObject("o")).text("x", 1));
    assertNull(fields.optionalText("absent", 1));
    fields.done();
  }

  @Test
  void refusesEverythingThatIsWrongAtOnce() throws MalformedJson {
    Fields fields =
        fields(
            "{\"name\":\" \",\"count\":1.5,\"on\":\"yes\",\"ids\":[1],\"o\":{\"z\":1},\"new\":0}");
    fields.text("name", 10);
    fields.optionalLong("count", 1, 9);
    fields.optionalBoolean("on");
    fields.texts("ids", 0, 9);
    fields.optionalObject("o");
    fields.text("missing", 10);

    BadInput bad = assertThrows(BadInput.class, fields::done);

    assertEquals(
        List.of("/name", "/count", "/on", "/ids/0", "/missing", "/new", "/o/z"),
        bad.errors().stream().map(FieldError::pointer).toList());
  }

  @Test
  void saysWhatALimitIsAndWhatCame() throws MalformedJson {
    Fields fields = fields("{\"name\":\"😀😀😀\",\"n\":1e400,\"kind\":\"x\"}");
    fields.text("name", 2);
    fields.longValue("n", 1, 9);
    fields.optionalChoice("kind", "a, b", name -> Optional.empty());

    assertEquals(
        List.of(
            new FieldError("/name", "must be at most 2 characters, is 3"),
            new FieldError("/n", "must be a whole number from 1 to 9"),
            new FieldError("/kind", "must be one of a, b")),
        fields.errors());
  }

  @Test
  void aTextOverItsLimitIsNotRead() throws MalformedJson {
    Fields fields = fields("{\"id\":\"abc\",\"other\":\"abc\"}");

    assertNull(fields.optionalText("id", 2));
    assertEquals("", fields.text("other", 2));
    assertEquals(
        List.of("/id", "/other"), fields.errors().stream().map(FieldError::pointer).toList());
  }

  private static Fields fields(String json) throws MalformedJson {
    return Fields.of(Json.readObject(json));
  }
}
