package dev.parley.admin.deadletters;

import dev.parley.aws.chat.OutboundMessageJson;
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
import org.jspecify.annotations.Nullable;

/**
 * How far an outbound message came that its queue gave up, which says whether it may be sent once
 * more without the customer getting it twice.
 */
public final class OutboundState {
  /** LINE knows a push again for 24 hours; the queue may take the last one. */
  private static final Duration KNOWN_AGAIN = Duration.ofHours(23);

  private static final String UNAVAILABLE = "platformUnavailable";
  private static final String ANEW = " Discard it and write to the customer anew if need be.";

  private final SentMessages sent;
  private final InstantSource clock;

  public OutboundState(SentMessages sent, InstantSource clock) {
    this.sent = sent;
    this.clock = clock;
  }

  /** Returns why the message must not be sent again, or empty when it may. */
  Optional<String> refusal(Original original) {
    OutboundMessage message = read(original);
    if (message == null) {
      return Optional.of("It can't be read, now as before." + ANEW);
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
    if (!clock.instant().isBefore(message.queuedAt().plus(KNOWN_AGAIN))) {
      return Optional.of(
          "It is so old that the platform would not know it again, had it taken it before." + ANEW);
    }
    return Optional.empty();
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
