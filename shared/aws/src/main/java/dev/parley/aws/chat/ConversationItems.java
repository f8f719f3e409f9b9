package dev.parley.aws.chat;

import dev.parley.aws.item.Item;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.conversation.AdReferral;
import dev.parley.domain.conversation.ContactSummary;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.LastContact;
import dev.parley.domain.conversation.ReplyToken;
import dev.parley.domain.conversation.Watermarks;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.ContactId;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Conversation heads as items. */
final class ConversationItems {
  static final String LAST_SEQUENCE = "lastSequence";
  static final String LAST_MESSAGE_AT = "lastMessageAt";
  static final String LAST_SPOKEN_AT = "lastSpokenAt";
  static final String LAST_ACTED_AT = "lastActedAt";
  static final String LAST_HEARD_AT = "lastHeardAt";
  static final String REFERRED_AT = "referredAt";
  static final String BY_AD_AT = "byAdAt";
  static final String REFERRAL = "referral";
  static final String DELIVERED_UNTIL = "deliveredUntil";
  static final String READ_UNTIL = "readUntil";
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
        lastContact(item),
        token(item),
        new Watermarks(item.optionalTime(DELIVERED_UNTIL), item.optionalTime(READ_UNTIL)));
  }

  private static LastContact lastContact(Item item) {
    Instant spoken = item.optionalTime(LAST_SPOKEN_AT);
    Instant acted = item.optionalTime(LAST_ACTED_AT);
    boolean actedLast = acted != null && (spoken == null || acted.isAfter(spoken));
    return new LastContact(actedLast ? acted : spoken, item.optionalTime(BY_AD_AT), referral(item));
  }

  private static @Nullable AdReferral referral(Item item) {
    if (!item.has(REFERRAL)) {
      return null;
    }
    Item referral = item.map(REFERRAL);
    return new AdReferral(
        referral.optionalText("adId"),
        referral.optionalText("ref"),
        referral.optionalText("sourceUrl"));
  }

  static Item referral(AdReferral referral) {
    return Item.empty()
        .text("adId", referral.adId())
        .text("ref", referral.ref())
        .text("sourceUrl", referral.sourceUrl());
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
