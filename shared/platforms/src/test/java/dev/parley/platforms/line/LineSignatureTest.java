package dev.parley.platforms.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.json.Json;
import dev.parley.json.JsonObject;
import dev.parley.json.MalformedJson;
import dev.parley.platforms.OfficialSamples;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LineSignatureTest {
  private static final String SECRET = "8c570fa6dd201bb328f1c1eac23a96d8";
  private static final String SIGNED = "GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=";
  private static final byte[] BODY =
      "{\"destination\":\"U8e742f61d673b39c7fff3cecb7536ef0\",\"events\":[]}".getBytes(UTF_8);

  @Test
  void acceptsTheSampleOfLinesDocuments() {
    assertTrue(LineSignature.matches(SECRET, BODY, SIGNED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs",
        "GhRKmvmHys4Pi8DxkF4-EayaH0OqtJtaZxgTD9fMDLs=",
        " GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=",
        "ghRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs="
      })
  void refusesAnyOtherText(String header) {
    assertFalse(LineSignature.matches(SECRET, BODY, header));
  }

  @Test
  void refusesAMissingHeaderAnotherSecretAndAnotherBody() {
    assertFalse(LineSignature.matches(SECRET, BODY, null));
    assertFalse(LineSignature.matches("other", BODY, SIGNED));
    assertFalse(LineSignature.matches(SECRET, "{}".getBytes(UTF_8), SIGNED));
  }

  @Test
  void fitsEverySampleVectorOfLine() throws MalformedJson {
    byte[] file = OfficialSamples.bytes(OfficialSamples.at("vectors/signature-vectors.json"));
    int checked = 0;

    for (JsonObject vector : Json.readObject(file).objects("vectors")) {
      if (vector.text("platform", "").equals("line") && vector.isTrue("valid")) {
        byte[] body = vector.requiredText("message").getBytes(UTF_8);
        String expected = vector.requiredText("expected");
        assertTrue(LineSignature.matches(vector.requiredText("key"), body, expected));
        assertEquals(
            expected.equals(expected.toLowerCase(Locale.ROOT)),
            LineSignature.matches(
                vector.requiredText("key"), body, expected.toLowerCase(Locale.ROOT)));
        checked++;
      }
    }

    assertTrue(checked >= 2);
  }
}
