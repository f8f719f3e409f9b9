package dev.parley.chat.inbox;

import dev.parley.domain.conversation.Conversation;
import dev.parley.json.JsonWriter;
import java.util.Locale;
import java.util.function.Consumer;

/** Conversations in the JSON that agents' tools read. */
final class ConversationJson {
  private ConversationJson() {}

  static Consumer<JsonWriter> of(Conversation conversation) {
    return w -> write(w, conversation);
  }

  static void write(JsonWriter w, Conversation conversation) {
    var assignee = conversation.assigneeId();
    w.field("id", conversation.id().value())
        .field("channelId", conversation.channelId().value())
        .field("channelType", conversation.channelType().wireName())
        .object("contact", c -> contact(c, conversation))
        .field("status", conversation.status().name().toLowerCase(Locale.ROOT))
        .field("assigneeId", assignee == null ? null : assignee.value())
        .time("lastMessageAt", conversation.lastMessageAt())
        .field("lastMessagePreview", conversation.lastMessagePreview())
        .field("unreadCount", conversation.unreadCount())
        .time("replyWindowEndsAt", conversation.replyWindowEndsAt())
        .field("referral", (String) null);
  }

  private static void contact(JsonWriter w, Conversation conversation) {
    w.field("id", conversation.contact().id().value())
        .field("displayName", conversation.contact().displayName())
        .field("avatarUrl", conversation.contact().avatarUrl());
  }
}
