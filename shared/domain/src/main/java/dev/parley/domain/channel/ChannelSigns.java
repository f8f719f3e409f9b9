package dev.parley.domain.channel;

import dev.parley.domain.id.ChannelId;

/** Signs of life of channels; each is kept at most once a minute. */
public interface ChannelSigns {
  void received(ChannelId id);

  void sent(ChannelId id);

  void failed(ChannelId id, String code, String reason);
}
