package dev.parley.admin.deadletters;

import dev.parley.domain.attribution.OrderChanges.Batch;
import dev.parley.domain.deadletter.DeadLetter.Kind;
import dev.parley.json.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * What is behind a message of a stream's failure destination, which names a stretch of the stream
 * and nothing of what changed.
 */
public record StreamLetters(OrderLetters orders, EventLetters events) {

  /** Returns what changed in the stretch; when that can't be told any more, the stretch itself. */
  List<Subject> in(Kind kind, GivenUp message, JsonObject body) {
    JsonObject info = body.object("DDBStreamBatchInfo");
    int attempts = attempts(body);
    List<Subject> found = read(kind, info, attempts);
    return found.isEmpty() ? List.of(unknown(kind, message, info, attempts)) : found;
  }

  private List<Subject> read(Kind kind, JsonObject info, int attempts) {
    String stream = info.text("streamArn");
    String shard = info.text("shardId");
    String first = info.text("startSequenceNumber");
    String last = info.text("endSequenceNumber");
    if (stream == null || shard == null || first == null || last == null) {
      return List.of();
    }
    Batch batch = new Batch(stream, shard, first, last);
    return kind == Kind.ORDER ? orders.in(batch, attempts) : events.in(batch, attempts);
  }

  private static int attempts(JsonObject body) {
    Long count = body.object("requestContext").longValue("approximateInvokeCount");
    return count == null ? 1 : Math.toIntExact(count);
  }

  private static Subject unknown(Kind kind, GivenUp message, JsonObject info, int attempts) {
    return new Subject(
        kind,
        null,
        Map.of(
            "shardId", info.text("shardId", ""),
            "startSequenceNumber", info.text("startSequenceNumber", ""),
            "endSequenceNumber", info.text("endSequenceNumber", "")),
        attempts,
        "",
        message.messageId(),
        kind == Kind.ORDER ? OrderLetters.GONE : EventLetters.GONE,
        null);
  }
}
