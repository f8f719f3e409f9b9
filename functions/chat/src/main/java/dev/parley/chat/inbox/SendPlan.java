package dev.parley.chat.inbox;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.http.QueryFields;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Conversations;
import dev.parley.domain.conversation.LastContact;
import dev.parley.domain.conversation.ReplyToken;
import dev.parley.domain.conversation.ReplyWindow;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.report.MessagePriceSettings;
import dev.parley.domain.report.MessagePrices;
import dev.parley.json.JsonWriter;
import dev.parley.platforms.Platforms;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which a message could go out now, the cheapest first. LINE takes a reply without
 * charge within a minute of what the customer said, and a push at any time; the others take answers
 * for a while after the person was in touch. All but a reply cost what the merchant says that it
 * pays.
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
    String kind = Objects.requireNonNullElse(query.text("kind"), "");
    if (!KINDS.contains(kind)) {
      query.error("kind", "must be text, productCards or orderLink");
    }
    query.done();
    return conversations
        .find(caller.merchantId(), new ConversationId(call.parameter("id")))
        .map(found -> plan(found, kind))
        .orElseGet(HttpReply::notFound);
  }

  private HttpReply plan(Conversation conversation, String kind) {
    MessagePrices asked = prices.prices(conversation.merchantId());
    List<Way> ways =
        Platforms.replyWindow(conversation.channelType()).equals(ReplyWindow.NONE)
            ? atAnyTime(conversation, asked)
            : windowed(conversation, asked, kind.equals("text"));
    String best =
        ways.stream().filter(way -> way.whyNot == null).map(Way::name).findFirst().orElse(null);
    String currency = asked.currency().getCode();
    return HttpReply.json(
        200,
        w ->
            w.objects("options", ways, (option, way) -> way.write(option, currency))
                .field("best", best));
  }

  private List<Way> atAnyTime(Conversation conversation, MessagePrices asked) {
    Instant until = replyUntil(conversation.replyToken());
    BigDecimal push = asked.of(conversation.channelType());
    List<Way> ways = new ArrayList<>();
    if (Platforms.givesReplyTokens(conversation.channelType())) {
      String whyNot = until == null ? "no message of the last minute is unanswered" : null;
      ways.add(new Way("reply", until, BigDecimal.ZERO.setScale(push.scale()), whyNot));
    }
    ways.add(new Way("push", null, push, null));
    return ways;
  }

  /** Whatever costs less than a template comes before it: a template may not be what is meant. */
  private List<Way> windowed(Conversation conversation, MessagePrices asked, boolean byHand) {
    ReplyWindow window = Platforms.replyWindow(conversation.channelType());
    LastContact contact = conversation.lastContact();
    Instant now = clock.instant();
    BigDecimal price = asked.of(conversation.channelType());
    boolean open = window.closed(contact, now, byHand).isEmpty();
    List<Way> ways = new ArrayList<>();
    ways.add(
        new Way(
            "window",
            open ? window.endsAt(contact) : null,
            price,
            open ? null : "the person was in touch too long ago"));
    if (window.humanAgent().isPositive()) {
      Instant until = window.humanAgentUntil(contact, now);
      String tooLate = until == null ? "the person was in touch too long ago" : null;
      String whyNot = byHand ? tooLate : "it is for what a person writes by hand";
      ways.add(new Way("humanAgent", whyNot == null ? until : null, price, whyNot));
    }
    if (window.templates()) {
      ways.add(new Way("template", null, asked.of("whatsappTemplate"), null));
    }
    return ways;
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
