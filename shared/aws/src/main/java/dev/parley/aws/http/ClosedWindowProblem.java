package dev.parley.aws.http;

import dev.parley.domain.conversation.ReplyWindow.Alternative;
import dev.parley.domain.conversation.ReplyWindow.Closed;
import dev.parley.json.JsonWriter;
import java.time.Instant;
import java.util.List;

/** The answer to a message that the platform would not take any more: 409 with what is left. */
public final class ClosedWindowProblem {
  private ClosedWindowProblem() {}

  public static HttpReply of(Closed closed) {
    String since =
        closed.endedAt().equals(Instant.EPOCH)
            ? "The person hasn't written yet."
            : "The person could be answered freely until " + closed.endedAt() + ".";
    return HttpReply.problem(
        409,
        new Problem(
            "reply-window-closed",
            "The reply window is closed",
            since,
            List.of(),
            w ->
                w.objects(
                    "alternatives", closed.alternatives(), ClosedWindowProblem::alternative)));
  }

  private static void alternative(JsonWriter w, Alternative alternative) {
    w.field("kind", alternative.kind().wireName());
    if (alternative.until() != null) {
      w.time("until", alternative.until());
    }
  }
}
