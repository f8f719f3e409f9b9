package dev.parley.sandbox.whatsapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.chat.Contents.Content;
import dev.parley.sandbox.meta.GraphError;
import dev.parley.sandbox.meta.GraphGate;
import dev.parley.sandbox.meta.GraphGate.Call;
import dev.parley.sandbox.meta.MetaWorld;
import dev.parley.sandbox.meta.Refused;
import dev.parley.sandbox.web.Json;
import dev.parley.sandbox.web.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

/** {@code GET /{id}}: the number itself or a file; and the address from which it is fetched. */
final class Media {
  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final String DOWNLOAD = "/whatsapp_business/attachments/";

  private final MetaWorld<WhatsappNumber> world;
  private final String downloadUrl;

  /**
   * @param lookaside the host that gives files out
   */
  Media(MetaWorld<WhatsappNumber> world, String lookaside) {
    this.world = world;
    this.downloadUrl = lookaside + DOWNLOAD;
  }

  void addTo(GraphGate<WhatsappNumber> gate) {
    gate.on("GET", DOWNLOAD, "download", this::download);
    gate.on("GET", "/{node}", "media", this::get);
  }

  static byte[] sha256(Content content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content.bytes());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private Response get(Call<WhatsappNumber> call) {
    String id = call.request().value("node");
    if (id.equals(call.account().id())) {
      return Response.json(200, number(call.account()));
    }
    return world
        .contents()
        .find(id)
        .map(content -> Response.json(200, described(id, content)))
        .orElseThrow(() -> new Refused(GraphError.noObject("GET", id)));
  }

  private ObjectNode number(WhatsappNumber number) {
    ObjectNode shown = Json.object().put("id", number.id());
    shown.put("display_phone_number", "+" + number.phoneNumber());
    shown.put("verified_name", world.accounts().name(number.id()));
    return shown.put("quality_rating", "GREEN").put("code_verification_status", "VERIFIED");
  }

  private ObjectNode described(String id, Content content) {
    String hash = HexFormat.of().formatHex(sha256(content));
    long ends = world.clock().instant().plus(LIFE).getEpochSecond();
    String url = downloadUrl + "?mid=" + id + "&ext=" + ends + "&hash=" + mark(id, ends, hash);
    ObjectNode media = Json.object().put("messaging_product", "whatsapp").put("url", url);
    media.put("mime_type", content.type()).put("sha256", hash);
    return media.put("file_size", content.bytes().length).put("id", id);
  }

  private static String mark(String id, long ends, String hash) {
    return Integer.toHexString((id + ends + hash).hashCode());
  }

  /** The file, for five minutes and to whoever has the token. */
  private Response download(Call<WhatsappNumber> call) {
    Map<String, String> query = call.request().query();
    String id = query.getOrDefault("mid", "");
    String ext = query.getOrDefault("ext", "");
    long ends = ext.matches("\\d{1,15}") ? Long.parseLong(ext) : 0;
    if (!world.clock().instant().isBefore(Instant.ofEpochSecond(ends))) {
      return Response.message(404, "Not found");
    }
    return world
        .contents()
        .find(id)
        .filter(
            content ->
                mark(id, ends, HexFormat.of().formatHex(sha256(content))).equals(query.get("hash")))
        .map(content -> Response.of(200, content.type(), content.bytes()))
        .orElseGet(() -> Response.message(404, "Not found"));
  }
}
