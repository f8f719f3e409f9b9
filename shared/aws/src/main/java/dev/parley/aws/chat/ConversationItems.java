package dev.parley.aws.chat;

import dev.parley.aws.item.Item;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.conversation.ContactSummary;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ReplyToken;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.ContactId;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Conversation heads as items. */
final class ConversationItems {
  static final String LAST_SEQUENCE = "lastSequence";
  static final String LAST_MESSAGE_AT = "lastMessageAt";
  static final String LAST_SPOKEN_AT = "lastSpokenAt";
  static final String LAST_MESSAGE_ID = "lastMessageId";
  static final String PREVIEW = "lastMessagePreview";
  static final String UNREAD = "unreadCount";
  static final String STATUS = "status";
  static final String REPLY_TOKEN = "replyToken";
  static final String REPLY_TOKEN_AT = "replyTokenAt";
  static final String REPLY_TOKEN_TAKEN_BY = "replyTokenTakenBy";
  static final String PROFILE_ASKED_AT = "profileAskedAt";
  static final String PENDING = "pendingWithdrawals";
  static final String DISPLAY_NAME = "displayName";
  static final String AVATAR_URL = "avatarUrl";

  private ConversationItems() {}

  static String status(Conversation.Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  static Conversation read(Item item) {
    return new Conversation(
        new ConversationId(item.text("conversationId")),
        new MerchantId(item.text("merchantId")),
        new ChannelId(item.text("channelId")),
        ChannelType.named(item.text("channelType")).orElseThrow(),
        item.text("recipient"),
        new ContactSummary(
            new ContactId(item.text("contactId")),
            item.optionalText(DISPLAY_NAME),
            item.optionalText(AVATAR_URL)),
        Conversation.Status.valueOf(item.text(STATUS).toUpperCase(Locale.ROOT)),
        assignee(item.optionalText("assigneeId")),
        item.time(LAST_MESSAGE_AT),
        item.optionalText(PREVIEW),
        Objects.requireNonNullElse(item.optionalNumber(UNREAD), 0L),
        null,
        token(item));
  }

  private static @Nullable AgentId assignee(@Nullable String id) {
    return id == null ? null : new AgentId(id);
  }

  /** Returns the token; an answer that takes it removes it. */
  private static @Nullable ReplyToken token(Item item) {
    String token = item.optionalText(REPLY_TOKEN);
    return token == null ? null : new ReplyToken(token, item.time(REPLY_TOKEN_AT));
  }
}
