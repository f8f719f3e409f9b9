package dev.parley.testkit.chat;

import dev.parley.domain.channel.ChannelSigns;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.channel.ConnectedChannels;
import dev.parley.domain.id.ChannelId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Connected channels and their signs of life, in memory; a stale copy can stand before one. */
public final class InMemoryChannels implements ConnectedChannels, ChannelSigns {
  private final Map<ChannelId, ConnectedChannel> channels = new HashMap<>();
  private final Map<ChannelId, ConnectedChannel> stale = new HashMap<>();
  private final List<String> signs = new ArrayList<>();

  public void put(ConnectedChannel channel) {
    channels.put(channel.channel().id(), channel);
  }

  /** Lets the channel be found as it once was, until it is asked for afresh. */
  public void putStale(ConnectedChannel channel) {
    stale.put(channel.channel().id(), channel);
  }

  public List<String> signs() {
    return List.copyOf(signs);
  }

  @Override
  public Optional<ConnectedChannel> find(ChannelId id) {
    return Optional.ofNullable(stale.getOrDefault(id, channels.get(id)));
  }

  @Override
  public Optional<ConnectedChannel> findFresh(ChannelId id) {
    stale.remove(id);
    return find(id);
  }

  @Override
  public void received(ChannelId id) {
    signs.add("received");
  }

  @Override
  public void sent(ChannelId id) {
    signs.add("sent");
  }

  @Override
  public void failed(ChannelId id, String code, String reason) {
    signs.add(code);
  }
}
