package dev.parley.chat.replay;

import dev.parley.domain.channel.Channels;
import dev.parley.domain.inbound.Arrivals;
import dev.parley.domain.inbound.Senders;
import dev.parley.domain.replay.Corrections;
import dev.parley.domain.replay.KeptEvents;
import dev.parley.domain.replay.ReplayQueue;
import dev.parley.domain.replay.Replays;
import dev.parley.platforms.Platforms;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The beans behind replays. */
@Factory
public class ReplayBeans {
  @Singleton
  StartReplays startReplays(Channels channels, Replays replays, ReplayQueue queue) {
    return new StartReplays(channels, replays, queue);
  }

  @Singleton
  ReplayEvent replayEvent(Arrivals arrivals, Senders senders, Corrections corrections) {
    return new ReplayEvent(Platforms::events, arrivals, senders, corrections);
  }

  @Singleton
  TakeSteps takeSteps(
      Replays replays,
      ReplayQueue queue,
      KeptEvents kept,
      ReplayEvent events,
      InstantSource clock) {
    return new TakeSteps(replays, queue, new WalkEvents(kept, events), clock);
  }
}
