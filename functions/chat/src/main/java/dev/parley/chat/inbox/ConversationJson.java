package dev.parley.chat.inbox;

import dev.parley.domain.conversation.AdReferral;
import dev.parley.domain.conversation.Conversation;
import dev.parley.json.JsonWriter;
import dev.parley.platforms.Platforms;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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
        .time(
            "replyWindowEndsAt",
            Platforms.replyWindow(conversation.channelType()).endsAt(conversation.lastContact()));
    referral(w, conversation.lastContact().referral());
  }

  private static void referral(JsonWriter w, @Nullable AdReferral referral) {
    if (referral == null) {
      w.field("referral", (String) null);
    } else {
      w.object(
          "referral",
          r ->
              r.field("adId", referral.adId())
                  .optional("ref", referral.ref())
                  .optional("sourceUrl", referral.sourceUrl()));
    }
  }

  private static void contact(JsonWriter w, Conversation conversation) {
    w.field("id", conversation.contact().id().value())
        .field("displayName", conversation.contact().displayName())
        .field("avatarUrl", conversation.contact().avatarUrl());
  }
}
