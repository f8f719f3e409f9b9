package dev.parley.local.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KmsServiceTest {
  private static final String ARN = "arn:aws:kms:us-east-1:000000000000:";
  private final KmsService kms =
      new KmsService(
          new byte[32], Map.of("Secrets", "Secrets", "alias/s", "Secrets", "Other", "Other"), ARN);

  private JsonNode call(String operation, ObjectNode request) {
    return Json.parse(kms.answer(operation, Json.bytes(request)).reply().body());
  }

  private static ObjectNode request(String key, String merchant) {
    ObjectNode request = Json.object().put("KeyId", key);
    request.putObject("EncryptionContext").put("merchant", merchant).put("channel", "c");
    return request;
  }

  @Test
  void opensOnlyWithTheContextThatItWasSealedWith() {
    JsonNode sealed =
        call("Encrypt", request(ARN + "key/Secrets", "m1").put("Plaintext", "c2VjcmV0"));
    String blob = sealed.path("CiphertextBlob").asText();

    JsonNode opened = call("Decrypt", request("alias/s", "m1").put("CiphertextBlob", blob));
    JsonNode foreign = call("Decrypt", request("Secrets", "m2").put("CiphertextBlob", blob));
    JsonNode wrongKey = call("Decrypt", request("Other", "m1").put("CiphertextBlob", blob));

    assertEquals("c2VjcmV0", opened.path("Plaintext").asText());
    assertEquals("com.amazonaws.kms#InvalidCiphertextException", foreign.path("__type").asText());
    assertEquals("com.amazonaws.kms#IncorrectKeyException", wrongKey.path("__type").asText());
  }

  @Test
  void knowsNoOtherKeys() {
    JsonNode answer = call("Encrypt", request("Nobody", "m").put("Plaintext", "c2VjcmV0"));

    assertEquals("com.amazonaws.kms#NotFoundException", answer.path("__type").asText());
  }

  @Test
  void givesOutDataKeys() {
    JsonNode made = call("GenerateDataKey", request("Secrets", "m").put("KeySpec", "AES_256"));

    String blob = made.path("CiphertextBlob").asText();
    JsonNode opened = call("Decrypt", request("Secrets", "m").put("CiphertextBlob", blob));
    assertEquals(made.path("Plaintext"), opened.path("Plaintext"));
  }
}
