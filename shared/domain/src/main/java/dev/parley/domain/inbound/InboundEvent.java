package dev.parley.domain.inbound;

import dev.parley.domain.conversation.AdReferral;
import dev.parley.domain.conversation.Echo;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.Receipt;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one event of a platform says, in our terms.
 *
 * @param sentAt the platform's time
 * @param source where it happened; {@code null} for what concerns the channel itself
 * @param replyToken what answers it without cost, if the platform gave one
 * @param profile what it tells about the person, if it does
 * @param referral what led the person here, if it says so
 */
public record InboundEvent(
    Instant sentAt,
    @Nullable Source source,
    @Nullable String replyToken,
    Meaning meaning,
    @Nullable Profile profile,
    @Nullable AdReferral referral) {
  /** Makes an event that tells neither who the person is nor what led here. */
  public InboundEvent(
      Instant sentAt, @Nullable Source source, @Nullable String replyToken, Meaning meaning) {
    this(sentAt, source, replyToken, meaning, null, null);
  }

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
     * A person did something without saying anything: a reaction, an opened link. It counts as
     * being in touch.
     *
     * @param rawType what the platform calls the event
     */
    record Acted(String rawType) implements Meaning {
      @Override
      public MessageContent content() {
        return new MessageContent.Unknown(rawType);
      }
    }

    /** The shop said something: by the platform's own means, another vendor's, or ours. */
    record Echoed(Echo echo) implements Meaning {
      @Override
      public MessageContent content() {
        return echo.content();
      }
    }

    /**
     * Our messages have come so far.
     *
     * @param rawType what the platform calls the event
     */
    record Progressed(Receipt receipt, String rawType) implements Meaning {
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
    return switch (meaning) {
      case Meaning.Said said -> said.platformMessageId();
      case Meaning.Echoed echoed -> echoed.echo().platformMessageId();
      default -> null;
    };
  }

  /** Returns whether a conversation shows it; what none shows is kept under its channel. */
  public boolean isOfConversation() {
    return source != null
        && switch (meaning) {
          case Meaning.Said said -> true;
          case Meaning.Acted acted -> true;
          case Meaning.Echoed echoed -> true;
          case Meaning.Other other -> true;
          case Meaning.Withdrawn withdrawn -> false;
          case Meaning.Progressed progressed -> false;
        };
  }

  /**
   * The person, group or room that an event comes from.
   *
   * @param id where answers go
   * @param otherIds what else the platform calls the person; {@code null} where it never calls a
   *     person by more than one id
   */
  public record Source(Kind kind, String id, @Nullable List<String> otherIds) {
    public Source {
      otherIds = otherIds == null ? null : List.copyOf(otherIds);
    }

    public Source(Kind kind, String id) {
      this(kind, id, null);
    }

    /** The kinds of sources. */
    public enum Kind {
      PERSON,
      GROUP,
      ROOM
    }
  }
}
