package dev.parley.domain.attribution;

import dev.parley.domain.attribution.Judgement.Verdict;
import dev.parley.domain.referral.AttributionTerms;
import dev.parley.domain.referral.Referral;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A link that an order may be credited to.
 *
 * @param clicks when it was clicked, in any order
 */
public record Candidate(Referral referral, int position, List<Instant> clicks) {
  public Candidate {
    clicks = clicks.stream().sorted().toList();
  }

  /** Returns what the link is for an order placed at the time, seen by itself. */
  Judgement judge(Instant placedAt) {
    Instant click = counted(placedAt);
    return new Judgement(Touch.of(referral, position, click), verdict(placedAt, click));
  }

  private Verdict verdict(Instant placedAt, @Nullable Instant click) {
    Instant revoked = referral.revoked().get(position);
    if (referral.sentAt().isAfter(placedAt)) {
      return Verdict.SENT_AFTER_ORDER;
    }
    if (revoked != null && !placedAt.isBefore(revoked)) {
      return Verdict.REVOKED;
    }
    if (startsAtSend()) {
      return within(referral.sentAt(), placedAt) ? Verdict.LED : Verdict.OUTSIDE_WINDOW;
    }
    if (click != null) {
      return within(click, placedAt) ? Verdict.LED : Verdict.OUTSIDE_WINDOW;
    }
    return clicks.isEmpty() ? Verdict.NO_CLICK : Verdict.CLICKED_AFTER_ORDER;
  }

  /**
   * Returns the click that counts: of those before the order and in the link's time the newest, or
   * the oldest by the link's model; of none in time the newest before the order.
   */
  private @Nullable Instant counted(Instant placedAt) {
    List<Instant> before = clicks.stream().filter(at -> !at.isAfter(placedAt)).toList();
    List<Instant> inTime =
        before.stream().filter(at -> startsAtSend() || within(at, placedAt)).toList();
    Comparator<Instant> order =
        referral.terms().model() == AttributionTerms.Model.LAST
            ? Comparator.naturalOrder()
            : Comparator.reverseOrder();
    return inTime.stream()
        .max(order)
        .or(() -> before.stream().max(Comparator.naturalOrder()))
        .orElse(null);
  }

  private boolean startsAtSend() {
    return referral.terms().startsAt() == AttributionTerms.Start.SEND;
  }

  private boolean within(Instant start, Instant placedAt) {
    return !placedAt.isBefore(start) && !placedAt.isAfter(start.plus(referral.terms().lifetime()));
  }
}
