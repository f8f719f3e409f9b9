package dev.parley.aws.chat;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.conversation.ReplyToken;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.id.ReferralId;
import dev.parley.domain.outbound.OutboundMessage;
import dev.parley.json.Json;
import dev.parley.json.JsonObject;
import dev.parley.json.JsonWriter;
import dev.parley.json.MalformedJson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Outbound messages as JSON, in the outbound queue. */
public final class OutboundMessageJson {
  private OutboundMessageJson() {}

  public static String text(OutboundMessage message) {
    return JsonWriter.text(w -> write(w, message))
        .replace("\uFFFE", "\\ufffe")
        .replace("\uFFFF", "\\uffff");
  }

  private static void write(JsonWriter w, OutboundMessage message) {
    w.field("id", message.id().value())
        .field("merchantId", message.merchantId().value())
        .field("conversationId", message.conversationId().value())
        .field("channelId", message.channelId().value())
        .field("channelType", message.channelType().wireName())
        .field("recipient", message.recipient())
        .field("humanAgent", message.humanAgent());
    ReplyToken token = message.replyToken();
    if (token != null) {
      w.field("replyToken", token.value()).field("replyTokenAt", token.receivedAt().toEpochMilli());
    }
    ReferralId referral = message.referralId();
    w.object("content", c -> ContentJson.write(c, message.content()))
        .field("locale", message.locale())
        .field("agentId", message.agentId().value())
        .optional("referralId", referral == null ? null : referral.value())
        .field("queuedAt", message.queuedAt().toEpochMilli())
        .objects("counts", message.counts(), CountJson::write);
  }

  public static OutboundMessage read(String text) throws MalformedJson {
    JsonObject json = Json.readObject(text);
    return new OutboundMessage(
        new MessageId(json.requiredText("id")),
        new MerchantId(json.requiredText("merchantId")),
        new ConversationId(json.requiredText("conversationId")),
        new ChannelId(json.requiredText("channelId")),
        ChannelType.named(json.requiredText("channelType")).orElseThrow(),
        json.requiredText("recipient"),
        json.isTrue("humanAgent"),
        token(json),
        ContentJson.read(json.object("content")),
        json.requiredText("locale"),
        new AgentId(json.requiredText("agentId")),
        referral(json.text("referralId")),
        time(json, "queuedAt"),
        json.objects("counts").stream().map(CountJson::read).toList());
  }

  private static @Nullable ReplyToken token(JsonObject json) throws MalformedJson {
    String token = json.text("replyToken");
    return token == null ? null : new ReplyToken(token, time(json, "replyTokenAt"));
  }

  private static @Nullable ReferralId referral(@Nullable String id) {
    return id == null ? null : new ReferralId(id);
  }

  private static Instant time(JsonObject json, String name) throws MalformedJson {
    Long millis = json.longValue(name);
    if (millis == null) {
      throw new MalformedJson("there is no " + name);
    }
    return Instant.ofEpochMilli(millis);
  }
}
