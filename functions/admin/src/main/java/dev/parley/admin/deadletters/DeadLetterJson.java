package dev.parley.admin.deadletters;

import dev.parley.aws.http.HttpReply;
import dev.parley.aws.http.Problem;
import dev.parley.aws.http.QueryFields;
import dev.parley.domain.deadletter.DeadLetter;
import dev.parley.domain.deadletter.DeadLetter.Kind;
import dev.parley.domain.deadletter.DeadLetter.Settlement;
import dev.parley.domain.deadletter.DeadLetter.Status;
import dev.parley.domain.deadletter.DeadLetters.Filter;
import dev.parley.domain.page.Page;
import dev.parley.json.JsonWriter;
import java.util.List;

/** Dead letters as requests name them and answers show them. */
public final class DeadLetterJson {
  private DeadLetterJson() {}

  public static Filter filter(QueryFields query) {
    return new Filter(
        query.value("status", "must be open, retried or discarded", Status::named),
        query.value(
            "kind",
            "must be inboundEvent, outboundMessage, click, order or replayStep",
            Kind::named));
  }

  public static HttpReply page(Page<DeadLetter> page) {
    return HttpReply.json(
        200,
        w ->
            w.objects("items", page.items(), DeadLetterJson::write)
                .field("nextCursor", page.nextCursor()));
  }

  private static void write(JsonWriter w, DeadLetter letter) {
    Settlement settlement = letter.settlement();
    w.field("id", letter.id().value())
        .field("kind", letter.kind().wireName())
        .put("about", letter.about())
        .time("failedAt", letter.failedAt())
        .field("attempts", letter.attempts())
        .field("reason", letter.reason())
        .field("status", letter.status().wireName())
        .time("settledAt", settlement == null ? null : settlement.at())
        .field("settledBy", settlement == null ? null : settlement.by().value());
  }

  public static HttpReply reply(SettleOutcome outcome) {
    return switch (outcome) {
      case SettleOutcome.Settled(DeadLetter letter) -> HttpReply.json(200, w -> write(w, letter));
      case SettleOutcome.Unknown u -> HttpReply.notFound();
      case SettleOutcome.SettledBefore(Status status) ->
          HttpReply.problem(
              409,
              new Problem(
                  "dead-letter-settled",
                  "Settled before",
                  "The dead letter is " + status.wireName() + " already.",
                  List.of(),
                  w -> w.field("state", status.wireName())));
      case SettleOutcome.Refused(String reason) ->
          HttpReply.problem(409, "retry-refused", "It can't be retried safely", reason);
    };
  }
}
