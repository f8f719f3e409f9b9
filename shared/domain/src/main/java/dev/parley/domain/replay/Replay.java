package dev.parley.domain.replay;

import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.id.ReplayId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run that takes raw events through today's code again, step by step.
 *
 * @param step how many steps are done
 * @param failures the first of them
 * @param finishedAt {@code null} while it goes on
 */
public record Replay(
    ReplayId id,
    MerchantId merchantId,
    Request request,
    Status status,
    long step,
    Counts counts,
    List<Failure> failures,
    Progress progress,
    Instant startedAt,
    @Nullable Instant finishedAt) {
  public Replay {
    failures = List.copyOf(failures);
  }

  /** Which events are to be replayed. */
  public sealed interface Request {
    /**
     * What a channel received.
     *
     * @param channel where it keeps events that belong to no conversation
     * @param from inclusive
     * @param to exclusive
     */
    record Received(EventPlace channel, Instant from, Instant to) implements Request {}

    /**
     * Single messages.
     *
     * @param channels of the merchant, each where it keeps events that belong to no conversation
     */
    record Named(List<MessageId> ids, List<EventPlace> channels) implements Request {
      public Named {
        ids = List.copyOf(ids);
        channels = List.copyOf(channels);
      }
    }
  }

  /** How far a run has come. */
  public enum Status {
    QUEUED("queued"),
    RUNNING("running"),
    SUCCEEDED("succeeded"),
    /** It asked for too many events. */
    TOO_LARGE("failed"),
    /** A step failed for good, and a person discarded it. */
    ABANDONED("failed");

    private final String wireName;

    Status(String wireName) {
      this.wireName = wireName;
    }

    public String wireName() {
      return wireName;
    }
  }

  /**
   * What a run came upon.
   *
   * @param failed those among the found that could not be replayed, and messages that were not
   *     found
   */
  public record Counts(long found, long changed, long unchanged, long failed) {
    public static final Counts NONE = new Counts(0, 0, 0, 0);
  }

  /** An event that could not be replayed, and why. */
  public record Failure(MessageId messageId, Reason reason) {}

  /** Why an event could not be replayed. */
  public enum Reason {
    /** No message of the merchant has the id. */
    NOT_FOUND("notFound"),
    /** It is one of our own, or its raw event can't be read. */
    NO_RAW_EVENT("noRawEvent"),
    /** Today's code gives it another place than the one it has. */
    PLACED_OTHERWISE("placedOtherwise");

    private final String wireName;

    Reason(String wireName) {
      this.wireName = wireName;
    }

    public String wireName() {
      return wireName;
    }
  }

  /**
   * Where a run goes on.
   *
   * @param round which of its walks it is in
   * @param after the position in that walk
   * @param places those that are next, noted before any of them is moved by what is set right
   * @param inside the cursor in the first of them, when it is half done
   * @param left the messages that were not found yet
   */
  public record Progress(
      int round,
      @Nullable String after,
      List<EventPlace> places,
      @Nullable String inside,
      List<MessageId> left) {
    public Progress {
      places = List.copyOf(places);
      left = List.copyOf(left);
    }
  }

  public boolean isOver() {
    return finishedAt != null;
  }

  /** Returns the run as it is when nobody takes its next step. */
  public Replay abandoned(Instant at) {
    return new Replay(
        id,
        merchantId,
        request,
        Status.ABANDONED,
        step + 1,
        counts,
        failures,
        progress,
        startedAt,
        at);
  }
}
