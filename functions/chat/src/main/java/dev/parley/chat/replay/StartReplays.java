package dev.parley.chat.replay;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.domain.channel.Channels;
import dev.parley.domain.id.ReplayId;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.replay.Replay;
import dev.parley.domain.replay.Replay.Counts;
import dev.parley.domain.replay.Replay.Progress;
import dev.parley.domain.replay.Replay.Request;
import dev.parley.domain.replay.Replay.Status;
import dev.parley.domain.replay.ReplayQueue;
import dev.parley.domain.replay.ReplayStep;
import dev.parley.domain.replay.Replays;
import java.util.List;

/**
 * Starts runs that replay events, and shows them. A run whose request died before it was queued has
 * been told to nobody.
 */
public final class StartReplays {
  private final Channels channels;
  private final Replays replays;
  private final ReplayQueue queue;

  public StartReplays(Channels channels, Replays replays, ReplayQueue queue) {
    this.channels = channels;
    this.replays = replays;
    this.queue = queue;
  }

  public HttpReply start(Caller caller, HttpCall call) {
    call.noQuery();
    Request request = ReplayInput.read(caller.merchantId(), channels, call.fields());
    Replay replay =
        new Replay(
            new ReplayId(call.ids().next("rpl")),
            caller.merchantId(),
            request,
            Status.QUEUED,
            0,
            Counts.NONE,
            List.of(),
            beginning(request),
            call.ids().startedAt(),
            null);
    replays.begin(replay);
    queue.offer(ReplayStep.of(replay));
    return HttpReply.json(202, w -> RunJson.write(w, replay));
  }

  private static Progress beginning(Request request) {
    return switch (request) {
      case Request.Received received ->
          new Progress(0, null, List.of(received.channel()), null, List.of());
      case Request.Named named -> new Progress(0, null, List.of(), null, named.ids());
    };
  }

  public HttpReply one(Caller caller, HttpCall call) {
    call.noQuery();
    return replays
        .find(caller.merchantId(), new ReplayId(call.parameter("id")))
        .map(replay -> HttpReply.json(200, w -> RunJson.write(w, replay)))
        .orElseGet(HttpReply::notFound);
  }
}
