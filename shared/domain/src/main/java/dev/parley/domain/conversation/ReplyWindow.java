package dev.parley.domain.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A platform's rule for how long a person who was in touch may be answered freely.
 *
 * @param open from when the person was last in touch; {@code null} where it never ends
 * @param afterAd from when the person came by an advertisement
 * @param humanAgent from when the person was last in touch, for what a person answers by hand and
 *     says so
 * @param templates whether approved templates may be sent at any time
 */
public record ReplyWindow(
    @Nullable Duration open, Duration afterAd, Duration humanAgent, boolean templates) {
  /** Free at any time. */
  public static final ReplyWindow NONE = new ReplyWindow(null, Duration.ZERO, Duration.ZERO, false);

  /** What else may be done when the window is closed. */
  public enum AlternativeKind {
    TEMPLATE("template"),
    HUMAN_AGENT("humanAgent");

    private final String wireName;

    AlternativeKind(String wireName) {
      this.wireName = wireName;
    }

    public String wireName() {
      return wireName;
    }
  }

  /**
   * What else may be done.
   *
   * @param until {@code null}: at any time
   */
  public record Alternative(AlternativeKind kind, @Nullable Instant until) {}

  /**
   * Returns until when the person may be answered freely, which may be past; {@code null} where
   * that never ends.
   */
  public @Nullable Instant endsAt(LastContact contact) {
    if (open == null) {
      return null;
    }
    Instant last = contact.at();
    Instant end = last == null ? Instant.EPOCH : last.plus(open);
    Instant byAd = contact.byAdAt();
    return byAd != null && byAd.plus(afterAd).isAfter(end) ? byAd.plus(afterAd) : end;
  }

  /** Returns until when a person may answer by hand and say so, or {@code null}: not now. */
  public @Nullable Instant humanAgentUntil(LastContact contact, Instant now) {
    Instant last = contact.at();
    Instant until = last == null ? null : last.plus(humanAgent);
    return until != null && now.isBefore(until) ? until : null;
  }

  /** The person can't be answered freely any more. */
  public record Closed(Instant endedAt, List<Alternative> alternatives) {
    public Closed {
      alternatives = List.copyOf(alternatives);
    }
  }

  /**
   * Returns what is left to do when the person can't be answered freely now; empty while it can.
   *
   * @param byHand whether a person wrote what is to be sent: cards are not taken as that
   */
  public Optional<Closed> closed(LastContact contact, Instant now, boolean byHand) {
    Instant end = endsAt(contact);
    return end == null || now.isBefore(end)
        ? Optional.empty()
        : Optional.of(new Closed(end, alternatives(contact, now, byHand)));
  }

  private List<Alternative> alternatives(LastContact contact, Instant now, boolean byHand) {
    List<Alternative> open = new ArrayList<>();
    Instant until = humanAgentUntil(contact, now);
    if (byHand && until != null) {
      open.add(new Alternative(AlternativeKind.HUMAN_AGENT, until));
    }
    if (templates) {
      open.add(new Alternative(AlternativeKind.TEMPLATE, null));
    }
    return List.copyOf(open);
  }
}
