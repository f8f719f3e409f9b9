package dev.parley.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A stand-in for KMS: AES-GCM under one secret, bound to key and encryption context. */
public final class KmsService implements AwsService {
  private static final int IV_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int DATA_KEY_BYTES = 32;
  private static final int LONGEST_PLAINTEXT = 4096;

  private final SecretKeySpec secret;
  private final Map<String, String> keys;
  private final String arnPrefix;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param keys key names, and aliases with the key that each stands for
   * @param arnPrefix such as {@code arn:aws:kms:us-east-1:000000000000:}
   */
  public KmsService(byte[] secret, Map<String, String> keys, String arnPrefix) {
    this.secret = new SecretKeySpec(secret, "HmacSHA256");
    this.keys = keys;
    this.arnPrefix = arnPrefix;
  }

  @Override
  public Answer answer(String operation, byte[] body) {
    JsonNode request = Json.tryParse(body).orElseGet(Json::object);
    return Answer.of(
        switch (operation) {
          case "Encrypt" -> encrypt(request);
          case "Decrypt" -> decrypt(request);
          case "GenerateDataKey" -> generateDataKey(request);
          default ->
              error("UnsupportedOperationException", operation + " is not there on one machine");
        });
  }

  private static Reply error(String type, String message) {
    return ErrorReplies.aws(400, "com.amazonaws.kms#" + type, message);
  }

  /** The key that a name, ARN or alias means. */
  private Optional<String> key(JsonNode request) {
    String id = request.path("KeyId").asText();
    String name = id.startsWith(arnPrefix) ? id.substring(arnPrefix.length()) : id;
    String plain = name.startsWith("key/") ? name.substring("key/".length()) : name;
    return Optional.ofNullable(keys.get(plain));
  }

  private Reply notFound(JsonNode request) {
    return error("NotFoundException", "Key " + request.path("KeyId").asText() + " does not exist");
  }

  private Reply encrypt(JsonNode request) {
    byte[] plaintext = Base64.getDecoder().decode(request.path("Plaintext").asText());
    if (plaintext.length == 0 || plaintext.length > LONGEST_PLAINTEXT) {
      return error("ValidationException", "Plaintext must have 1 to 4096 bytes");
    }
    return key(request)
        .map(key -> sealed(key, seal(key, plaintext, request), null))
        .orElseGet(() -> notFound(request));
  }

  private Reply generateDataKey(JsonNode request) {
    byte[] dataKey = new byte[request.path("NumberOfBytes").asInt(DATA_KEY_BYTES)];
    random.nextBytes(dataKey);
    return key(request)
        .map(key -> sealed(key, seal(key, dataKey, request), dataKey))
        .orElseGet(() -> notFound(request));
  }

  private Reply sealed(String key, byte[] blob, byte @Nullable [] plaintext) {
    var answer = Json.object().put("KeyId", arnPrefix + "key/" + key);
    answer.put("CiphertextBlob", Base64.getEncoder().encodeToString(blob));
    if (plaintext != null) {
      answer.put("Plaintext", Base64.getEncoder().encodeToString(plaintext));
    }
    return Reply.amazonJson(200, answer.put("EncryptionAlgorithm", "SYMMETRIC_DEFAULT"));
  }

  private byte[] seal(String key, byte[] plaintext, JsonNode request) {
    byte[] iv = new byte[IV_BYTES];
    random.nextBytes(iv);
    byte[] name = key.getBytes(StandardCharsets.UTF_8);
    byte[] sealed = transform(Cipher.ENCRYPT_MODE, key, iv, plaintext, context(request));
    return ByteBuffer.allocate(1 + name.length + IV_BYTES + sealed.length)
        .put((byte) name.length)
        .put(name)
        .put(iv)
        .put(sealed)
        .array();
  }

  private Reply decrypt(JsonNode request) {
    byte[] blob = Base64.getDecoder().decode(request.path("CiphertextBlob").asText());
    if (blob.length < 1 || blob.length < 1 + blob[0] + IV_BYTES || blob[0] < 1) {
      return error("InvalidCiphertextException", "The ciphertext is not one of ours");
    }
    String key = new String(blob, 1, blob[0], StandardCharsets.UTF_8);
    if (request.has("KeyId") && !key(request).equals(Optional.of(key))) {
      return error("IncorrectKeyException", "The ciphertext is of another key");
    }
    ByteBuffer rest = ByteBuffer.wrap(blob).position(1 + blob[0]);
    byte[] iv = new byte[IV_BYTES];
    byte[] sealed = new byte[rest.remaining() - IV_BYTES];
    rest.get(iv).get(sealed);
    byte[] plaintext = opened(key, iv, sealed, request);
    if (plaintext == null) {
      return error("InvalidCiphertextException", "The ciphertext or its context is wrong");
    }
    return Reply.amazonJson(
        200,
        Json.object()
            .put("KeyId", arnPrefix + "key/" + key)
            .put("Plaintext", Base64.getEncoder().encodeToString(plaintext))
            .put("EncryptionAlgorithm", "SYMMETRIC_DEFAULT"));
  }

  private byte @Nullable [] opened(String key, byte[] iv, byte[] sealed, JsonNode request) {
    try {
      return cipher(Cipher.DECRYPT_MODE, key, iv, context(request)).doFinal(sealed);
    } catch (GeneralSecurityException e) {
      return null;
    }
  }

  private byte[] transform(int mode, String key, byte[] iv, byte[] input, byte[] context) {
    try {
      return cipher(mode, key, iv, context).doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM doesn't work here", e);
    }
  }

  private Cipher cipher(int mode, String key, byte[] iv, byte[] context)
      throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(secret);
    byte[] own = mac.doFinal(key.getBytes(StandardCharsets.UTF_8));
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(own, "AES"), new GCMParameterSpec(TAG_BITS, iv));
    cipher.updateAAD(context);
    return cipher;
  }

  /** The encryption context in a fixed order. */
  private static byte[] context(JsonNode request) {
    Map<String, String> sorted = new TreeMap<>();
    request
        .path("EncryptionContext")
        .properties()
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue().asText()));
    var json = Json.object();
    sorted.forEach(json::put);
    return Json.bytes(json);
  }
}
