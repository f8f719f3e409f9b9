package dev.parley.aws.chat;

import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.ChannelType;
import dev.parley.json.Json;
import dev.parley.json.JsonObject;
import dev.parley.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;

/**
 * Credentials of channels encrypted by KMS, bound to their merchant and channel: copied beside
 * another channel they can't be opened.
 */
final class KmsSecrets {
  private final KmsClient kms;
  private final String keyId;

  KmsSecrets(KmsClient kms, String keyId) {
    this.kms = kms;
    this.keyId = keyId;
  }

  byte[] seal(Channel channel, ChannelCredentials credentials) {
    byte[] plain = JsonWriter.bytes(w -> write(w, credentials));
    return kms.encrypt(
            r ->
                r.keyId(keyId)
                    .encryptionContext(context(channel))
                    .plaintext(SdkBytes.fromByteArray(plain)))
        .ciphertextBlob()
        .asByteArray();
  }

  ChannelCredentials open(Channel channel, byte[] sealed) {
    byte[] plain =
        kms.decrypt(
                r ->
                    r.keyId(keyId)
                        .encryptionContext(context(channel))
                        .ciphertextBlob(SdkBytes.fromByteArray(sealed)))
            .plaintext()
            .asByteArray();
    return read(channel.type(), Json.readOwn(new String(plain, StandardCharsets.UTF_8)));
  }

  private static Map<String, String> context(Channel channel) {
    return Map.of("merchant", channel.merchantId().value(), "channel", channel.id().value());
  }

  private static void write(JsonWriter w, ChannelCredentials credentials) {
    switch (credentials) {
      case ChannelCredentials.Line line ->
          w.field("channelSecret", line.channelSecret())
              .field("channelAccessToken", line.channelAccessToken());
      case ChannelCredentials.Whatsapp whatsapp -> {
        write(w, (ChannelCredentials.Meta) whatsapp);
        w.field("businessAccountId", whatsapp.businessAccountId())
            .optional("catalogId", whatsapp.catalogId());
      }
      case ChannelCredentials.Messenger messenger -> write(w, (ChannelCredentials.Meta) messenger);
      case ChannelCredentials.Instagram instagram -> write(w, (ChannelCredentials.Meta) instagram);
      case ChannelCredentials.Widget widget ->
          w.texts("allowedOrigins", widget.allowedOrigins())
              .field("tokenSecret", widget.tokenSecret());
    }
  }

  private static void write(JsonWriter w, ChannelCredentials.Meta meta) {
    w.field("accountId", meta.accountId())
        .field("accessToken", meta.accessToken())
        .field("appSecret", meta.appSecret())
        .field("verifyToken", meta.verifyToken());
  }

  private static ChannelCredentials read(ChannelType type, JsonObject json) {
    return switch (type) {
      case LINE ->
          new ChannelCredentials.Line(
              json.requiredText("channelSecret"), json.requiredText("channelAccessToken"));
      case MESSENGER ->
          new ChannelCredentials.Messenger(
              json.requiredText("accountId"),
              json.requiredText("accessToken"),
              json.requiredText("appSecret"),
              json.requiredText("verifyToken"));
      case INSTAGRAM ->
          new ChannelCredentials.Instagram(
              json.requiredText("accountId"),
              json.requiredText("accessToken"),
              json.requiredText("appSecret"),
              json.requiredText("verifyToken"));
      case WHATSAPP ->
          new ChannelCredentials.Whatsapp(
              json.requiredText("accountId"),
              json.requiredText("businessAccountId"),
              json.requiredText("accessToken"),
              json.requiredText("appSecret"),
              json.requiredText("verifyToken"),
              json.text("catalogId"));
      case WIDGET ->
          new ChannelCredentials.Widget(
              json.texts("allowedOrigins"), json.requiredText("tokenSecret"));
    };
  }
}
