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

  /** Returns what the link is for the order, seen by itself. */
  Judgement judge(Order order) {
    Instant click = counted(order);
    return new Judgement(Touch.of(referral, position, click), verdict(order, click));
  }

  private Verdict verdict(Order order, @Nullable Instant click) {
    Instant revoked = referral.revoked().get(position);
    if (referral.sentAt().isAfter(order.placedBy())) {
      return Verdict.SENT_AFTER_ORDER;
    }
    if (revoked != null && !order.placedAt().isBefore(revoked)) {
      return Verdict.REVOKED;
    }
    if (startsAtSend()) {
      return within(referral.sentAt(), order) ? Verdict.LED : Verdict.OUTSIDE_WINDOW;
    }
    if (click != null) {
      return within(click, order) ? Verdict.LED : Verdict.OUTSIDE_WINDOW;
    }
    return clicks.isEmpty() ? Verdict.NO_CLICK : Verdict.CLICKED_AFTER_ORDER;
  }

  /**
   * Returns the click that counts: of those before the order and in the link's time the newest, or
   * the oldest by the link's model; of none in time the newest before the order.
   */
  private @Nullable Instant counted(Order order) {
    List<Instant> before = clicks.stream().filter(at -> !at.isAfter(order.placedBy())).toList();
    List<Instant> inTime =
        before.stream().filter(at -> startsAtSend() || within(at, order)).toList();
    Comparator<Instant> preference =
        referral.terms().model() == AttributionTerms.Model.LAST
            ? Comparator.naturalOrder()
            : Comparator.reverseOrder();
    return inTime.stream()
        .max(preference)
        .or(() -> before.stream().max(Comparator.naturalOrder()))
        .orElse(null);
  }

  private boolean startsAtSend() {
    return referral.terms().startsAt() == AttributionTerms.Start.SEND;
  }

  private boolean within(Instant start, Order order) {
    return !order.placedBy().isBefore(start)
        && !order.placedAt().isAfter(start.plus(referral.terms().lifetime()));
  }
}
