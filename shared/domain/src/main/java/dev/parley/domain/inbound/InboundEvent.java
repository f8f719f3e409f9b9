package dev.parley.domain.inbound;

import dev.parley.domain.conversation.MessageContent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one event of a platform says, in our terms.
 *
 * @param sentAt the platform's time
 * @param source where it happened; {@code null} for what concerns the channel itself
 * @param replyToken what answers it without cost, if the platform gave one
 */
public record InboundEvent(
    Instant sentAt, @Nullable Source source, @Nullable String replyToken, Meaning meaning) {

  /** What an event means to its conversation. */
  public sealed interface Meaning {
    /** Returns what is shown of it. */
    MessageContent content();

    /**
     * A person said something: it is unread until an agent sees it.
     *
     * @param platformMessageId the platform's id of the message, if it is one
     */
    record Said(@Nullable String platformMessageId, MessageContent content) implements Meaning {}

    /**
     * The sender withdraws a message.
     *
     * @param platformMessageId the platform's id of that message
     * @param rawType what the platform calls the event
     */
    record Withdrawn(String platformMessageId, String rawType) implements Meaning {
      @Override
      public MessageContent content() {
        return new MessageContent.Unknown(rawType);
      }
    }

    /**
     * Anything else, known or not: the conversation shows it, but nobody said anything.
     *
     * @param rawType what the platform calls the event
     */
    record Other(String rawType) implements Meaning {
      @Override
      public MessageContent content() {
        return new MessageContent.Unknown(rawType);
      }
    }
  }

  public MessageContent content() {
    return meaning.content();
  }

  public boolean speaks() {
    return meaning instanceof Meaning.Said;
  }

  /** Returns the platform's id of the message, if it is one. */
  public @Nullable String platformMessageId() {
    return meaning instanceof Meaning.Said said ? said.platformMessageId() : null;
  }

  /** Returns whether a conversation shows it; what none shows is kept under its channel. */
  public boolean isOfConversation() {
    return source != null && !(meaning instanceof Meaning.Withdrawn);
  }

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
