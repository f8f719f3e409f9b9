package dev.parley.sandbox.line;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The channels that this LINE knows, by id and by token. */
final class Channels {
  private final Map<String, LineChannel> byId = new LinkedHashMap<>();
  private final Map<String, String> names = new LinkedHashMap<>();

  synchronized void put(LineChannel channel, @Nullable String name) {
    byId.put(channel.channelId(), channel);
    if (name != null) {
      names.put(channel.channelId(), name);
    }
  }

  synchronized Optional<LineChannel> find(String channelId) {
    return Optional.ofNullable(byId.get(channelId));
  }

  synchronized Optional<LineChannel> ofToken(String token) {
    return byId.values().stream().filter(c -> c.channelAccessToken().equals(token)).findFirst();
  }

  synchronized List<LineChannel> all() {
    return List.copyOf(byId.values());
  }

  /** What customers see as the account's name. */
  synchronized String name(String channelId) {
    return names.getOrDefault(channelId, "Shop " + channelId);
  }
}
