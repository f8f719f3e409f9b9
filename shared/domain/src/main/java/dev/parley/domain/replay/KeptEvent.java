package dev.parley.domain.replay;

import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageKind;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.id.ReplayId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A raw event beside what was made of it.
 *
 * @param id of the message that it became; an event that became none has one all the same
 * @param received how it came; {@code null} for one of our own messages
 * @param raw the event's JSON; {@code null} when it is not kept, or can't be read
 * @param changedBy the run that last set something right
 */
public record KeptEvent(
    EventPlace place,
    MessageId id,
    MessageKind kind,
    @Nullable MessageContent content,
    @Nullable String platformMessageId,
    @Nullable Instant withdrawnAt,
    @Nullable Received received,
    @Nullable String raw,
    @Nullable ReplayId changedBy) {

  /**
   * How an event came.
   *
   * @param sequence the queue's number of the delivery that stored it, 20 digits
   */
  public record Received(Instant at, String deliveryId, String sequence) {}

  /** Returns what orders the events of a conversation as they were handled. */
  public String sequence() {
    return received == null ? "" : received.sequence();
  }
}
