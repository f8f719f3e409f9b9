package dev.parley.chat.replay;

import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.id.Ulids;
import dev.parley.domain.page.Page;
import dev.parley.domain.page.PageRequest;
import dev.parley.domain.replay.EventPlace;
import dev.parley.domain.replay.KeptEvent;
import dev.parley.domain.replay.KeptEvents;
import dev.parley.domain.replay.Replay;
import dev.parley.domain.replay.Replay.Progress;
import dev.parley.domain.replay.Replay.Request;
import dev.parley.domain.replay.Walk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a run's events as far as one step may: first the channels' own, then conversation
 * after conversation.
 */
public final class WalkEvents {
  static final String TOO_MANY = "More than 100,000 events: ask for a shorter time.";
  private static final long MOST_EVENTS = 100_000;
  private static final int MOST_EVENTS_OF_A_STEP = 200;
  private static final int MOST_QUERIES_OF_A_STEP = 100;
  private static final int MOST_WALKS_OF_A_STEP = 20;
  private static final int PAGE = 50;
  private static final int MOST_KEYS = 2_000;
  private static final int LEAST_PLACES = 20;
  private static final int MOST_PLACES = 200;

  /**
   * Conversations move on while a run goes; those that do so later than this are not waited for.
   */
  private static final Duration LONGEST_RUN = Duration.ofDays(1);

  private final KeptEvents kept;
  private final ReplayEvent events;

  public WalkEvents(KeptEvents kept, ReplayEvent events) {
    this.kept = kept;
    this.events = events;
  }

  /** Returns where the next step goes on; {@code null} when all is done. */
  @Nullable Progress on(Replay run, Tally tally) {
    return switch (run.request()) {
      case Request.Received received -> received(run, received, tally);
      case Request.Named named -> named(run, named, tally);
    };
  }

  static boolean isTooMuch(Tally tally) {
    return tally.counts().found() > MOST_EVENTS;
  }

  private @Nullable Progress received(Replay run, Request.Received asked, Tally tally) {
    if (!asked.from().isBefore(end(run, asked))) {
      return null;
    }
    Progress at = run.progress();
    for (int i = 0; i < MOST_QUERIES_OF_A_STEP && !at.places().isEmpty(); i++) {
      at = inPlace(run, asked, at, tally);
      if (tally.inThisStep() >= MOST_EVENTS_OF_A_STEP) {
        break;
      }
    }
    return at.places().isEmpty() ? further(run, asked, at) : at;
  }

  /** What comes while the run goes is made by today's code anyway. */
  private static Instant end(Replay run, Request.Received asked) {
    return asked.to().isAfter(run.startedAt()) ? run.startedAt() : asked.to();
  }

  private Progress inPlace(Replay run, Request.Received asked, Progress at, Tally tally) {
    PageRequest page = new PageRequest(PAGE, at.inside());
    Page<KeptEvent> found =
        kept.received(at.places().getFirst(), asked.from(), end(run, asked), page);
    replay(found.items(), run, tally);
    String inside = found.nextCursor();
    List<EventPlace> left =
        inside == null ? at.places().subList(1, at.places().size()) : at.places();
    return new Progress(at.round(), at.after(), left, inside, List.of());
  }

  /**
   * Notes the next conversations: back from the beginning of the run, so that none is met twice
   * because the run itself moved it; then those that have moved on since.
   */
  private @Nullable Progress further(Replay run, Request.Received asked, Progress at) {
    ChannelId channel = asked.channel().channelId();
    Instant began = run.startedAt();
    Progress next = at;
    for (int i = 0; i < MOST_WALKS_OF_A_STEP; i++) {
      Walk walk =
          next.round() == 0
              ? Walk.back(began, next.after())
              : Walk.forth(began, began.plus(LONGEST_RUN), next.after());
      Page<EventPlace> found = kept.conversations(run.merchantId(), channel, walk, PAGE);
      boolean walked = found.nextCursor() == null;
      if (walked && next.round() == 1 && found.items().isEmpty()) {
        return null;
      }
      next = after(next, found, walked);
      if (!next.places().isEmpty()) {
        break;
      }
    }
    return next;
  }

  private static Progress after(Progress at, Page<EventPlace> found, boolean walked) {
    String last = found.items().isEmpty() ? at.after() : found.items().getLast().position();
    boolean over = walked && at.round() == 0;
    return new Progress(
        over ? 1 : at.round(),
        over ? null : walked ? last : found.nextCursor(),
        found.items(),
        null,
        List.of());
  }

  private void replay(List<KeptEvent> found, Replay run, Tally tally) {
    found.stream()
        .sorted(Comparator.comparing(KeptEvent::sequence))
        .forEach(event -> tally.count(event.id(), events.replay(event, run.id())));
  }

  private @Nullable Progress named(Replay run, Request.Named asked, Tally tally) {
    Progress at = run.progress();
    int keys = 0;
    while (keys < MOST_KEYS) {
      List<MessageId> left = new ArrayList<>(at.left());
      Page<EventPlace> places = places(run, asked, at);
      List<KeptEvent> found = kept.named(places.items(), left);
      keys += Math.max(1, places.items().size()) * left.size();
      replay(found, run, tally);
      found.forEach(event -> left.remove(event.id()));
      boolean walked = places.nextCursor() == null;
      if (left.isEmpty() || (walked && at.round() == 2)) {
        left.forEach(tally::notFound);
        return null;
      }
      at =
          new Progress(
              walked ? at.round() + 1 : at.round(), places.nextCursor(), List.of(), null, left);
    }
    return at;
  }

  /**
   * The channels themselves, then the conversations that have been alive since, then the others.
   */
  private Page<EventPlace> places(Replay run, Request.Named asked, Progress at) {
    if (at.round() == 0) {
      return new Page<>(asked.channels(), null);
    }
    Instant oldest =
        asked.ids().stream()
            .map(id -> Ulids.timeOf(id.value().substring("msg_".length())))
            .filter(run.startedAt()::isAfter)
            .min(Comparator.naturalOrder())
            .orElse(run.startedAt());
    Walk walk =
        at.round() == 1
            ? Walk.forth(oldest, run.startedAt().plus(LONGEST_RUN), at.after())
            : Walk.forth(null, oldest, at.after());
    int limit = Math.clamp(MOST_KEYS / at.left().size(), LEAST_PLACES, MOST_PLACES);
    return kept.conversations(run.merchantId(), null, walk, limit);
  }
}
