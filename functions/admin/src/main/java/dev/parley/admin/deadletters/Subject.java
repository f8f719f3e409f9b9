package dev.parley.admin.deadletters;

import dev.parley.admin.deadletters.Sources.Source;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.deadletter.DeadLetter.Kind;
import dev.parley.domain.deadletter.DeadLetters.Original;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MerchantId;
import dev.parley.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a dead letter is about: whatever its body tells, however little that is.
 *
 * @param part tells apart the letters of one message; empty when it is one
 * @param notedAs the id that a note of its failure has
 * @param reason why it failed when nobody noted that; {@code null} when it was silent
 * @param retry what goes into the queue when it is retried; {@code null} when that is the message
 */
record Subject(
    Kind kind,
    @Nullable MerchantId merchantId,
    Map<String, String> about,
    int attempts,
    String part,
    String notedAs,
    @Nullable String reason,
    @Nullable Original retry) {

  static Subject of(Source source, GivenUp message, JsonObject body) {
    return new Subject(
        source.kind(),
        merchant(body),
        about(source.kind(), body),
        source.attempts(),
        "",
        message.messageId(),
        null,
        null);
  }

  String orElse(String silent) {
    return reason == null ? silent : reason;
  }

  private static @Nullable MerchantId merchant(JsonObject body) {
    String id = body.text("merchantId");
    return id == null || id.isEmpty() ? null : new MerchantId(id);
  }

  private static Map<String, String> about(Kind kind, JsonObject body) {
    Map<String, String> about = new TreeMap<>();
    switch (kind) {
      case INBOUND_EVENT -> {
        copy(body, "channelId", "channelId", about);
        copy(body, "eventId", "eventId", about);
        conversation(body, about);
      }
      case OUTBOUND_MESSAGE -> {
        copy(body, "channelId", "channelId", about);
        copy(body, "conversationId", "conversationId", about);
        copy(body, "id", "messageId", about);
        copy(body, "referralId", "referralId", about);
      }
      case CLICK -> {
        copy(body, "id", "clickId", about);
        copy(body, "contactId", "contactId", about);
        copy(body, "referralId", "referralId", about);
      }
      case REPLAY_STEP -> copy(body, "replayId", "replayId", about);
      case DELIVERY -> {
        copy(body, "deliveryId", "deliveryId", about);
        copy(body, "endpointId", "endpointId", about);
        copy(body, "channelId", "channelId", about);
      }
      case ORDER, EVENT -> {} // They are read from their streams.
    }
    return about;
  }

  private static void copy(JsonObject body, String name, String as, Map<String, String> about) {
    String value = body.text(name);
    if (value != null) {
      about.put(as, value);
    }
  }

  private static void conversation(JsonObject body, Map<String, String> about) {
    String channel = body.text("channelId");
    String sender = body.text("sender");
    if (channel != null && sender != null) {
      about.put("conversationId", Conversation.idOf(new ChannelId(channel), sender).value());
    }
  }
}
