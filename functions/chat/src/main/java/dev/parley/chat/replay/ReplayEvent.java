package dev.parley.chat.replay;

import dev.parley.chat.inbound.MoveHeads;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.conversation.MessageKind;
import dev.parley.domain.conversation.Preview;
import dev.parley.domain.id.ReplayId;
import dev.parley.domain.inbound.Arrival;
import dev.parley.domain.inbound.Arrivals;
import dev.parley.domain.inbound.EventTranslator;
import dev.parley.domain.inbound.InboundEvent;
import dev.parley.domain.inbound.ReceivedEvent;
import dev.parley.domain.inbound.Senders;
import dev.parley.domain.replay.Corrections;
import dev.parley.domain.replay.EventPlace;
import dev.parley.domain.replay.KeptEvent;
import dev.parley.domain.replay.Replay.Reason;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compares what was made of a raw event with what today's code makes of it, and writes only the
 * difference. What is noted first with the message says, after a crash, that this run changed it.
 */
public final class ReplayEvent {
  private static final Outcome CHANGED = new Outcome.Changed();
  private static final Outcome UNCHANGED = new Outcome.Unchanged();

  private final Function<ChannelType, EventTranslator> translators;
  private final Arrivals arrivals;
  private final Senders senders;
  private final MoveHeads heads;
  private final Corrections corrections;

  public ReplayEvent(
      Function<ChannelType, EventTranslator> translators,
      Arrivals arrivals,
      Senders senders,
      Corrections corrections) {
    this.translators = translators;
    this.arrivals = arrivals;
    this.senders = senders;
    this.heads = new MoveHeads(arrivals);
    this.corrections = corrections;
  }

  /** What becomes of an event. */
  public sealed interface Outcome {
    /** Something was set right. */
    record Changed() implements Outcome {}

    /** All of it was right; or it was withdrawn, which it stays. */
    record Unchanged() implements Outcome {}

    /** It could not be replayed. */
    record Failed(Reason reason) implements Outcome {}
  }

  public Outcome replay(KeptEvent kept, ReplayId run) {
    if (kept.withdrawnAt() != null) {
      return UNCHANGED;
    }
    Arrival arrival = arrival(kept);
    if (arrival == null) {
      return new Outcome.Failed(Reason.NO_RAW_EVENT);
    }
    if (!isWhereItBelongs(kept, arrival)) {
      return new Outcome.Failed(Reason.PLACED_OTHERWISE);
    }
    boolean changed =
        kept.place().conversationId() == null
            ? replayOfChannel(kept, arrival, run)
            : replayOfConversation(kept, arrival, run);
    return changed || run.equals(kept.changedBy()) ? CHANGED : UNCHANGED;
  }

  private @Nullable Arrival arrival(KeptEvent kept) {
    EventPlace place = kept.place();
    KeptEvent.Received how = kept.received();
    String raw = kept.raw();
    if (how == null || raw == null) {
      return null;
    }
    EventTranslator translator = translators.apply(place.channelType());
    ReceivedEvent received =
        new ReceivedEvent(
            place.merchantId(),
            place.channelId(),
            place.channelType(),
            how.deliveryId(),
            translator.eventId(raw),
            null,
            how.at(),
            raw);
    InboundEvent event = translator.translate(received);
    InboundEvent.Source source = event.source();
    String sender = source == null ? received.channelId().value() : senders.find(received, source);
    return new Arrival(received, event, sender, how.sequence());
  }

  private static boolean isWhereItBelongs(KeptEvent kept, Arrival arrival) {
    boolean shown = arrival.event().isOfConversation();
    return arrival.messageId().equals(kept.id())
        && (kept.place().conversationId() == null
            ? !shown
            : shown && arrival.conversationId().equals(kept.place().conversationId()));
  }

  private boolean replayOfChannel(KeptEvent kept, Arrival arrival, ReplayId run) {
    boolean wrong = isWrong(kept, arrival) && corrections.correct(kept.place(), arrival, run);
    boolean withdrew =
        arrival.event().meaning() instanceof InboundEvent.Meaning.Withdrawn withdrawn
            && arrivals.withdraw(arrival, withdrawn.platformMessageId());
    return withdrew || wrong;
  }

  private static boolean isWrong(KeptEvent kept, Arrival arrival) {
    var content = arrival.event().content();
    return !content.equals(kept.content())
        || kept.kind() != MessageKind.of(content)
        || !Objects.equals(kept.platformMessageId(), arrival.event().platformMessageId());
  }

  private boolean replayOfConversation(KeptEvent kept, Arrival arrival, ReplayId run) {
    if (arrival.event().meaning() instanceof InboundEvent.Meaning.Acted
        || arrival.event().referral() != null) {
      arrivals.noteContact(arrival);
    }
    Corrections.Head head = corrections.head(arrival);
    boolean wrong = isWrong(kept, arrival);
    Step step = step(arrival, head, wrong);
    if (step == Step.NONE && !wrong) {
      return false;
    }
    if (!corrections.correct(kept.place(), arrival, run)) {
      return false; // It was withdrawn meanwhile.
    }
    move(step, arrival, head);
    if (step != Step.NONE && !corrections.correct(kept.place(), arrival, run)) {
      hide(arrival);
    }
    return true;
  }

  /** What a head lacks of a message. */
  private enum Step {
    NONE,
    COUNT,
    WITHDRAW,
    SHOW,
    RENEW
  }

  private static Step step(Arrival arrival, Corrections.Head head, boolean wrong) {
    String last = head.lastSequence();
    InboundEvent event = arrival.event();
    if (last == null || last.compareTo(arrival.sequence()) < 0) {
      return Step.COUNT;
    }
    String platformId = event.platformMessageId();
    if (platformId != null && head.pendingWithdrawals().contains(platformId)) {
      return Step.WITHDRAW;
    }
    if (!event.speaks()) {
      return Step.NONE;
    }
    if (arrival.messageId().equals(head.lastMessageId())) {
      String preview = head.preview();
      return preview != null && !preview.equals(Preview.of(event.content()))
          ? Step.RENEW
          : Step.NONE;
    }
    Instant lastAt = head.lastMessageAt();
    boolean newer = lastAt != null && lastAt.isBefore(event.sentAt());
    return wrong && newer ? Step.SHOW : Step.NONE;
  }

  private void move(Step step, Arrival arrival, Corrections.Head head) {
    switch (step) {
      case NONE -> {}
      case COUNT -> heads.move(arrival);
      case WITHDRAW -> hide(arrival);
      case SHOW -> corrections.showAsLast(arrival);
      case RENEW -> corrections.renewPreview(arrival, Objects.requireNonNull(head.preview()));
    }
  }

  private void hide(Arrival arrival) {
    String platformId = arrival.event().platformMessageId();
    if (platformId != null) {
      arrivals.withdraw(arrival, platformId);
    }
  }
}
