package dev.parley.sandbox.line;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The group chats that a channel has been invited to. */
final class Groups {
  /** A group chat: the channels in it and its human members. */
  record Group(String groupId, String name, Set<String> channels, Set<String> members) {}

  private final Map<String, Group> byId = new LinkedHashMap<>();

  /** Makes the group if there is none, and lets the channel and the user join it. */
  synchronized void join(String groupId, String channelId, String userId) {
    Group group =
        byId.computeIfAbsent(
            groupId,
            id -> new Group(id, "Group chat", new LinkedHashSet<>(), new LinkedHashSet<>()));
    group.channels().add(channelId);
    if (!userId.isEmpty()) {
      group.members().add(userId);
    }
  }

  synchronized Optional<Group> find(String groupId, String channelId) {
    return Optional.ofNullable(byId.get(groupId)).filter(g -> g.channels().contains(channelId));
  }
}
