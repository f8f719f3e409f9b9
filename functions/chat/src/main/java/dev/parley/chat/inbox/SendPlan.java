package dev.parley.chat.inbox;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.http.QueryFields;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Conversations;
import dev.parley.domain.conversation.ReplyToken;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.report.MessagePriceSettings;
import dev.parley.domain.report.MessagePrices;
import dev.parley.json.JsonWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which a message could go out now, the cheapest first. LINE takes a reply without
 * charge within a minute of what the customer said; a push costs what the merchant says that it
 * pays for a message.
 */
public final class SendPlan {
  private static final Set<String> KINDS = Set.of("text", "productCards", "orderLink");

  private final Conversations conversations;
  private final MessagePriceSettings prices;
  private final InstantSource clock;

  public SendPlan(Conversations conversations, MessagePriceSettings prices, InstantSource clock) {
    this.conversations = conversations;
    this.prices = prices;
    this.clock = clock;
  }

  public HttpReply plan(Caller caller, HttpCall call) {
    QueryFields query = call.queryFields();
    if (!KINDS.contains(Objects.requireNonNullElse(query.text("kind"), ""))) {
      query.error("kind", "must be text, productCards or orderLink");
    }
    query.done();
    return conversations
        .find(caller.merchantId(), new ConversationId(call.parameter("id")))
        .map(this::plan)
        .orElseGet(HttpReply::notFound);
  }

  private HttpReply plan(Conversation conversation) {
    Instant until = replyUntil(conversation.replyToken());
    MessagePrices asked = prices.prices(conversation.merchantId());
    BigDecimal push = asked.of(conversation.channelType());
    List<Way> ways =
        List.of(
            new Way(
                "reply",
                until,
                BigDecimal.ZERO.setScale(push.scale()),
                until == null ? "no message of the last minute is unanswered" : null),
            new Way("push", null, push, null));
    String currency = asked.currency().getCode();
    return HttpReply.json(
        200,
        w ->
            w.objects("options", ways, (option, way) -> way.write(option, currency))
                .field("best", until != null ? "reply" : "push"));
  }

  private @Nullable Instant replyUntil(@Nullable ReplyToken token) {
    if (token == null) {
      return null;
    }
    Instant until = token.usableUntil();
    return until.isAfter(clock.instant()) ? until : null;
  }

  /**
   * One way.
   *
   * @param whyNot {@code null}: it is open
   */
  private record Way(
      String name, @Nullable Instant until, BigDecimal price, @Nullable String whyNot) {
    void write(JsonWriter w, String currency) {
      w.field("way", name).field("allowed", whyNot == null);
      if (until != null) {
        w.time("until", until);
      }
      w.object(
          "price",
          money -> money.field("amount", price.toPlainString()).field("currency", currency));
      w.optional("reason", whyNot);
    }
  }
}
