package dev.parley.domain.forward;

import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.EndpointId;

/** Where deliveries of a merchant go. */
public sealed interface Target {
  /** Returns text that tells it from the merchant's other targets. */
  String name();

  /** An address that asked for events of ours. */
  record Endpoint(EndpointId id) implements Target {
    @Override
    public String name() {
      return id.value();
    }
  }

  /** An address that gets the webhook calls of a channel as they came. */
  record Forward(ChannelId channelId, String url) implements Target {
    @Override
    public String name() {
      return channelId.value() + " " + url;
    }
  }
}
