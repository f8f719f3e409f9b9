package dev.parley.aws.chat;

import dev.parley.aws.item.Item;
import dev.parley.domain.channel.CredentialWatch;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.ContactId;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.id.ReplayId;
import dev.parley.domain.id.Ulids;
import dev.parley.domain.replay.EventPlace;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The keys of chat's tables and what each is read by.
 *
 * <ul>
 *   <li>channels: {@code channelId | C}: a channel by its id. Index {@code byMerchant}: {@code
 *       merchantId | channelId}: a merchant's channels. Index {@code watch}: {@code W |
 *       time#channelId}: those whose platform is to be asked about their credentials, each once a
 *       day: one partition takes tens of millions.
 *   <li>conversations: {@code merchantId#conversationId | H}: a head by its id; {@code
 *       merchantId#contactId | C}: a contact; {@code merchantId#channelId#digest of an id | A}: by
 *       which id the conversation of a person of several ids goes. Index {@code inbox}: {@code
 *       merchantId | time#conversationId}: the newest conversations of a merchant. One merchant's
 *       inbox is one partition: it takes 500 messages a second.
 *   <li>messages: {@code merchantId#conversationId | messageId}: the newest messages of a
 *       conversation, a message by its id; {@code merchantId#channelId | messageId}: events of no
 *       conversation; {@code merchantId#replays | replayId}: a run that replays events (no channel
 *       has so short an id).
 * </ul>
 */
final class ChatKeys {
  static final String BY_MERCHANT = "byMerchant";
  static final String MERCHANT_PK = "merchantPk";
  static final String MERCHANT_SK = "merchantSk";
  static final String WATCH = "watch";
  static final String WATCH_PK = "watchPk";
  static final String WATCH_SK = "watchSk";
  static final String INBOX = "inbox";
  static final String INBOX_PK = "inboxPk";
  static final String INBOX_SK = "inboxSk";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  /** The partition of the index {@code watch}. */
  static final String WATCHED = "W";

  private ChatKeys() {}

  static Map<String, AttributeValue> channel(ChannelId id) {
    return Item.at(id.value(), "C").attributes();
  }

  static String watchSk(CredentialWatch.Due due) {
    return TIME.format(due.at()) + "#" + due.id().value();
  }

  /** Returns text after which everything is due later than that. */
  static String watchedUntil(Instant time) {
    return TIME.format(time) + "~";
  }

  static CredentialWatch.Due due(String watchSk) {
    int end = watchSk.indexOf('#');
    return new CredentialWatch.Due(
        new ChannelId(watchSk.substring(end + 1)),
        LocalDateTime.parse(watchSk.substring(0, end)).toInstant(ZoneOffset.UTC));
  }

  static Map<String, AttributeValue> head(MerchantId merchant, ConversationId id) {
    return Item.at(merchant.value() + "#" + id.value(), "H").attributes();
  }

  static Map<String, AttributeValue> contact(MerchantId merchant, ContactId id) {
    return Item.at(merchant.value() + "#" + id.value(), "C").attributes();
  }

  /** Returns the key of what says which conversation a person's id, however long, leads to. */
  static Map<String, AttributeValue> alias(MerchantId merchant, ChannelId channel, String id) {
    String digest = HexFormat.of().formatHex(Ulids.sha256(id));
    return Item.at(merchant.value() + "#" + channel.value() + "#" + digest, "A").attributes();
  }

  static String messages(MerchantId merchant, ConversationId conversation) {
    return merchant.value() + "#" + conversation.value();
  }

  static Map<String, AttributeValue> message(
      MerchantId merchant, ConversationId conversation, MessageId id) {
    return Item.at(messages(merchant, conversation), id.value()).attributes();
  }

  /** Returns the key under which the place holds its events. */
  static String events(EventPlace place) {
    ConversationId conversation = place.conversationId();
    return conversation == null
        ? place.merchantId().value() + "#" + place.channelId().value()
        : messages(place.merchantId(), conversation);
  }

  static Map<String, AttributeValue> event(EventPlace place, MessageId id) {
    return Item.at(events(place), id.value()).attributes();
  }

  static Map<String, AttributeValue> replay(MerchantId merchant, ReplayId id) {
    return Item.at(merchant.value() + "#replays", id.value()).attributes();
  }

  /** Returns text that sorts as the times do. */
  static String inboxTime(Instant time) {
    return TIME.format(time);
  }

  static String inboxSk(Instant time, ConversationId conversation) {
    return inboxTime(time) + "#" + conversation.value();
  }
}
