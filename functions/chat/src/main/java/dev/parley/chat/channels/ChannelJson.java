package dev.parley.chat.channels;

import dev.parley.aws.chat.ChannelHealthJson;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.channel.Channels;
import dev.parley.json.JsonWriter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Channels in the JSON that owners read; their credentials are never in it. */
final class ChannelJson {
  private final String publicBaseUrl;

  /**
   * @param publicBaseUrl what the URLs of webhooks, and of the widget, begin with
   */
  ChannelJson(String publicBaseUrl) {
    this.publicBaseUrl = publicBaseUrl;
  }

  void write(JsonWriter w, Channels.Entry entry, Instant now) {
    Channel channel = entry.channel();
    var store = channel.storeId();
    w.field("id", channel.id().value())
        .field("type", channel.type().wireName())
        .field("name", channel.name())
        .field("storeId", store == null ? null : store.value())
        .field("webhookUrl", webhookUrl(channel))
        .optional("scriptUrl", scriptUrl(channel))
        .object("health", h -> ChannelHealthJson.write(h, entry.health(), now));
  }

  /** Nobody calls a widget's webhook: what its visitors say comes to the widget's own function. */
  private @Nullable String webhookUrl(Channel channel) {
    return channel.type() == ChannelType.WIDGET
        ? null
        : publicBaseUrl + "/webhooks/" + channel.type().wireName() + "/" + channel.id().value();
  }

  /** Where a shop's page loads the widget from. */
  private @Nullable String scriptUrl(Channel channel) {
    return channel.type() == ChannelType.WIDGET ? publicBaseUrl + "/widget.js" : null;
  }
}
