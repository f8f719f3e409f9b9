package dev.parley.chat.inbox;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.http.QueryFields;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Conversations;
import dev.parley.domain.conversation.ReplyToken;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.merchant.Caller;
import dev.parley.json.JsonWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which a message could go out now, the cheapest first. LINE takes a reply without
 * charge within a minute of what the customer said; a push counts against the account's monthly
 * quota, whose price depends on its plan, so no price is told for it.
 */
public final class SendPlan {
  private static final Set<String> KINDS = Set.of("text", "productCards", "orderLink");

  private final Conversations conversations;
  private final InstantSource clock;

  public SendPlan(Conversations conversations, InstantSource clock) {
    this.conversations = conversations;
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
    List<Way> ways =
        List.of(
            new Way(
                "reply",
                until != null,
                until,
                "0.00",
                "no message of the last minute is unanswered"),
            new Way("push", true, null, null, "never"));
    return HttpReply.json(
        200,
        w ->
            w.objects("options", ways, (option, way) -> way.write(option))
                .field("best", until != null ? "reply" : "push"));
  }

  private @Nullable Instant replyUntil(@Nullable ReplyToken token) {
    if (token == null) {
      return null;
    }
    Instant until = token.usableUntil();
    return until.isAfter(clock.instant()) ? until : null;
  }

  private record Way(
      String name,
      boolean allowed,
      @Nullable Instant until,
      @Nullable String price,
      String whyNot) {
    void write(JsonWriter w) {
      w.field("way", name).field("allowed", allowed);
      if (until != null) {
        w.time("until", until);
      }
      w.field("price", price);
      w.optional("reason", allowed ? null : whyNot);
    }
  }
}
