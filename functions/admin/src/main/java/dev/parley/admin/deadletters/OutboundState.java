package dev.parley.admin.deadletters;

import dev.parley.aws.chat.OutboundMessageJson;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.conversation.Message.Failure;
import dev.parley.domain.conversation.Message.Status;
import dev.parley.domain.conversation.ReplyToken;
import dev.parley.domain.deadletter.DeadLetters.Original;
import dev.parley.domain.outbound.OutboundMessage;
import dev.parley.domain.outbound.SentMessages;
import dev.parley.domain.outbound.SentMessages.State;
import dev.parley.json.MalformedJson;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How far an outbound message came that its queue gave up, which says whether it may be sent once
 * more without the customer getting it twice.
 */
public final class OutboundState {
  /** What the queue may take until its last try. */
  private static final Duration TRIES = Duration.ofHours(1);

  private static final String UNAVAILABLE = "platformUnavailable";
  private static final String SENDING = "sending";
  private static final String ANEW = " Discard it and write to the customer anew if need be.";

  private final SentMessages sent;
  private final Function<ChannelType, Duration> knownAgain;
  private final InstantSource clock;

  /**
   * @param knownAgain how long the platform of a channel knows a push again; zero for never
   */
  public OutboundState(
      SentMessages sent, Function<ChannelType, Duration> knownAgain, InstantSource clock) {
    this.sent = sent;
    this.knownAgain = knownAgain;
    this.clock = clock;
  }

  /** Returns why the message must not be sent again, or empty when it may. */
  Optional<String> refusal(Original original) {
    OutboundMessage message = read(original);
    if (message == null) {
      return Optional.of("It can't be read." + ANEW);
    }
    State state = sent.state(message).orElse(new State(Status.QUEUED, null));
    if (state.status() == Status.FAILED && !UNAVAILABLE.equals(state.failureCode())) {
      return Optional.of("The message has failed for good (" + state.failureCode() + ")." + ANEW);
    }
    if (state.status().isFinal() && state.status() != Status.FAILED) {
      return Optional.of("The customer has got the message: it is sent.");
    }
    return unsure(message, state);
  }

  private Optional<String> unsure(OutboundMessage message, State state) {
    if (state.failureCode() == null && mayHaveReplied(message)) {
      return Optional.of(
          "Nobody knows whether it went out as a reply, which can't be repeated safely." + ANEW);
    }
    Duration known = knownAgain.apply(message.channelType());
    return known.isZero() ? unsureOfOnlyPush(state) : unsureOfPush(message, known);
  }

  private Optional<String> unsureOfPush(OutboundMessage message, Duration known) {
    return clock.instant().isBefore(message.queuedAt().plus(known).minus(TRIES))
        ? Optional.empty()
        : Optional.of(
            "It is so old that the platform would not know it again, had it taken it before."
                + ANEW);
  }

  private static Optional<String> unsureOfOnlyPush(State state) {
    return SENDING.equals(state.failureCode())
        ? Optional.of(
            "Nobody knows whether the platform took it, which would not know it again." + ANEW)
        : Optional.empty();
  }

  private static boolean mayHaveReplied(OutboundMessage message) {
    ReplyToken token = message.replyToken();
    return token != null && message.queuedAt().isBefore(token.usableUntil());
  }

  /** Lets a message that still shows as waiting show that nobody sends it any more. */
  void giveUp(Original original) {
    OutboundMessage message = read(original);
    if (message != null
        && sent.state(message).filter(state -> state.status() != Status.QUEUED).isEmpty()) {
      sent.markFailed(message, Failure.of("discarded", "It was given up and then discarded."));
    }
  }

  private static @Nullable OutboundMessage read(Original original) {
    try {
      return OutboundMessageJson.read(original.body());
    } catch (MalformedJson e) {
      return null;
    }
  }
}
