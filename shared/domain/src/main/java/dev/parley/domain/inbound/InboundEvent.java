package dev.parley.domain.inbound;

import dev.parley.domain.conversation.MessageContent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one event of a platform says, in our terms.
 *
 * @param sentAt the platform's time
 * @param source where it happened; {@code null} for what concerns the channel itself
 * @param platformMessageId the platform's id of the message, if it is one
 * @param replyToken what answers it without cost, if the platform gave one
 * @param speaks whether a person said something: it is unread until an agent sees it
 * @param withdraws the platform's id of the message that its sender withdraws, if this is that
 */
public record InboundEvent(
    Instant sentAt,
    @Nullable Source source,
    @Nullable String platformMessageId,
    @Nullable String replyToken,
    boolean speaks,
    MessageContent content,
    @Nullable String withdraws) {

  /** The person, group or room that an event comes from. */
  public record Source(Kind kind, String id) {
    /** The kinds of sources. */
    public enum Kind {
      PERSON,
      GROUP,
      ROOM
    }
  }
}
