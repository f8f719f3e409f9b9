package dev.parley.sandbox.line.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.Samples;
import dev.parley.sandbox.web.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineSignatureTest {

  @Test
  void signsTheBytesWithTheSecret() {
    assertEquals(
        "HXQNfDsXiOZlu59wQ+tjQCwcqFq55wVUbLXXJIX/6hU=",
        LineSignature.of("0123456789abcdef", "{\"events\":[]}".getBytes(UTF_8)));
    assertEquals(
        "63WkhfY96yT7m5a9SJbtRuFIlOocp8PCGH7It1HTlmA=",
        LineSignature.of("秘密", "{\"text\":\"你好 สวัสดี 🍎\"}".getBytes(UTF_8)));
  }

  @Test
  void anotherByteOrAnotherSecretIsAnotherSignature() {
    String signature = LineSignature.of("secret", "{}".getBytes(UTF_8));

    assertNotEquals(signature, LineSignature.of("secret", "{ }".getBytes(UTF_8)));
    assertNotEquals(signature, LineSignature.of("Secret", "{}".getBytes(UTF_8)));
  }

  @Test
  void agreesWithTheOfficialVectors() throws IOException {
    Optional<Path> file = Samples.find("vectors/signature-vectors.json");
    assumeTrue(file.isPresent(), "the official vectors are not on this machine");

    int checked = 0;
    for (JsonNode vector : Json.parse(Files.readAllBytes(file.orElseThrow())).path("vectors")) {
      if (vector.path("platform").asText().equals("line") && vector.path("valid").asBoolean()) {
        byte[] message = vector.path("message").asText().getBytes(UTF_8);
        String signature = LineSignature.of(vector.path("key").asText(), message);
        assertEquals(vector.path("expected").asText(), signature, vector.path("name").asText());
        checked++;
      }
    }

    assertTrue(checked > 0);
  }
}
