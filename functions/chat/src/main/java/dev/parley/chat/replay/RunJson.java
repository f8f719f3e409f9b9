package dev.parley.chat.replay;

import dev.parley.domain.id.MessageId;
import dev.parley.domain.replay.Replay;
import dev.parley.domain.replay.Replay.Counts;
import dev.parley.domain.replay.Replay.Request;
import dev.parley.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** Runs in the JSON that owners read. */
final class RunJson {
  private static final String ABANDONED =
      "A step failed again and again, and its dead letter was discarded: start another run.";

  private RunJson() {}

  static void write(JsonWriter w, Replay replay) {
    w.field("id", replay.id().value()).field("status", replay.status().wireName());
    switch (replay.request()) {
      case Request.Received received ->
          w.field("channelId", received.channel().channelId().value())
              .time("from", received.from())
              .time("to", received.to());
      case Request.Named named ->
          w.texts("messageIds", named.ids().stream().map(MessageId::value).toList());
    }
    w.object("counts", c -> counts(c, replay.counts()))
        .objects(
            "failures",
            replay.failures(),
            (f, failure) ->
                f.field("messageId", failure.messageId().value())
                    .field("reason", failure.reason().wireName()))
        .time("startedAt", replay.startedAt())
        .time("finishedAt", replay.finishedAt())
        .field("error", error(replay.status()));
  }

  private static @Nullable String error(Replay.Status status) {
    return switch (status) {
      case QUEUED, RUNNING, SUCCEEDED -> null;
      case TOO_LARGE -> WalkEvents.TOO_MANY;
      case ABANDONED -> ABANDONED;
    };
  }

  private static void counts(JsonWriter w, Counts counts) {
    w.field("found", counts.found())
        .field("changed", counts.changed())
        .field("unchanged", counts.unchanged())
        .field("failed", counts.failed());
  }
}
