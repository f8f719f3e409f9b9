package dev.parley.domain.channel;

import dev.parley.domain.id.ChannelId;

/**
 * Signs of life of channels; each kind, and each code of a failure, is kept at most once a minute.
 * What was sent shows that the platform takes the credentials.
 */
public interface ChannelSigns {
  void received(ChannelId id);

  void sent(ChannelId id);

  void failed(ChannelId id, String code, String reason);
}
