package dev.parley.chat.channels;

import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ChannelHealth;
import dev.parley.domain.channel.Channels;
import dev.parley.json.JsonWriter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Channels in the JSON that owners read; their credentials are never in it. */
final class ChannelJson {
  private final String publicBaseUrl;

  /**
   * @param publicBaseUrl what the URLs of webhooks begin with
   */
  ChannelJson(String publicBaseUrl) {
    this.publicBaseUrl = publicBaseUrl;
  }

  void write(JsonWriter w, Channels.Entry entry) {
    Channel channel = entry.channel();
    var store = channel.storeId();
    w.field("id", channel.id().value())
        .field("type", channel.type().wireName())
        .field("name", channel.name())
        .field("storeId", store == null ? null : store.value())
        .field(
            "webhookUrl",
            publicBaseUrl + "/webhooks/" + channel.type().wireName() + "/" + channel.id().value())
        .object("health", h -> health(h, entry.health()));
  }

  private static void health(JsonWriter w, ChannelHealth health) {
    w.field("lastEventAt", time(health.lastEventAt()))
        .field("lastSendAt", time(health.lastSendAt()));
    ChannelHealth.Trouble trouble = health.lastError();
    if (trouble == null) {
      w.field("lastError", (String) null);
    } else {
      w.object(
          "lastError",
          e ->
              e.field("at", trouble.at().toString())
                  .field("code", trouble.code())
                  .field("reason", trouble.reason()));
    }
    w.field("credentialExpiresAt", time(health.credentialExpiresAt()));
  }

  private static @Nullable String time(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }
}
