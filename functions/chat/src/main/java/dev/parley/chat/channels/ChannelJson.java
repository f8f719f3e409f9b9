package dev.parley.chat.channels;

import dev.parley.aws.chat.ChannelHealthJson;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.Channels;
import dev.parley.json.JsonWriter;

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
        .object("health", h -> ChannelHealthJson.write(h, entry.health()));
  }
}
