package dev.parley.sandbox.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.chat.Contents.Content;
import dev.parley.sandbox.web.BadRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * A file as a control request says it: {@code data:…;base64,…}, {@code {base64, contentType}}, or
 * anything else for a sample.
 */
public final class SaidFile {
  private static final Map<String, String> USUAL =
      Map.of(
          "image", "image/png",
          "video", "video/mp4",
          "audio", "audio/x-m4a",
          "sticker", "image/png");

  private SaidFile() {}

  public static Content content(String kind, JsonNode value) {
    return new Content(type(kind, value), bytes(kind, value));
  }

  private static byte[] bytes(String kind, JsonNode value) {
    String text = value.isObject() ? value.path("base64").asText("") : value.asText("");
    if (text.startsWith("data:")) {
      text = text.substring(text.indexOf(',') + 1);
    } else if (!value.isObject() || text.isEmpty()) {
      boolean picture = kind.equals("image") || kind.equals("sticker");
      return picture ? samplePicture() : "sample".getBytes(StandardCharsets.UTF_8);
    }
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new BadRequest(kind + " is not base64", e);
    }
  }

  private static String type(String kind, JsonNode value) {
    String text = value.asText("");
    if (text.startsWith("data:") && text.contains(";")) {
      return text.substring("data:".length(), text.indexOf(';'));
    }
    return value.path("contentType").asText(USUAL.getOrDefault(kind, "application/octet-stream"));
  }

  private static byte[] samplePicture() {
    try (InputStream picture = SaidFile.class.getResourceAsStream("sample.png")) {
      if (picture == null) {
        throw new IllegalStateException("sample.png is missing");
      }
      return picture.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
