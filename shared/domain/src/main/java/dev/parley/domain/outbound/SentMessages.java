package dev.parley.domain.outbound;

import dev.parley.domain.conversation.Message;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far each message on its way out has come. */
public interface SentMessages {
  /** Returns how the message stands, or empty when it isn't shown yet. */
  Optional<State> state(OutboundMessage message);

  /**
   * Takes the conversation's reply token for this message and shows the message as the
   * conversation's last.
   */
  Claim takeReplyToken(OutboundMessage message, Instant at);

  /**
   * Marks the message sent and adds what it counts to the report, both or neither, once.
   *
   * @return whether it was this call that marked it
   */
  boolean markSent(OutboundMessage message, @Nullable String platformMessageId, Instant at);

  /** Shows the message as its conversation's last, unless the person has said something since. */
  void showAsLast(OutboundMessage message, Instant at);

  /** Marks the message failed, unless it is sent. */
  void markFailed(OutboundMessage message, Message.Failure failure);

  /** Keeps why the message is still waiting. */
  void noteDelay(OutboundMessage message, Message.Failure reason);

  /**
   * How a message stands.
   *
   * @param failureCode why it failed, or why it is still waiting
   */
  record State(Message.Status status, @Nullable String failureCode) {}

  /** What came of asking for a reply token. */
  enum Claim {
    /** It is this message's from now on. */
    TAKEN,
    /** It was this message's already: an earlier try may have used it. */
    TAKEN_BEFORE,
    /** Another message took it, or the person has said something since. */
    GONE
  }
}
