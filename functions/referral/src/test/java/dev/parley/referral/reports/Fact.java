package dev.parley.referral.reports;

import dev.parley.domain.referral.AttributionTerms;
import dev.parley.domain.report.CellKey.LinkKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that happened in a random world, as somebody who watches it would write it down. */
sealed interface Fact {
  /** When it happened. */
  Instant at();

  /**
   * An agent's message.
   *
   * @param kind how its links came into it
   * @param tokens of its links, one for each product; none: plain text
   * @param terms under which its links were made
   */
  record Sent(
      Instant at,
      String agent,
      @Nullable String store,
      String channel,
      String contact,
      LinkKind kind,
      List<String> products,
      List<String> tokens,
      AttributionTerms terms)
      implements Fact {}

  /** Somebody followed a link. */
  record Tapped(Instant at, String token, boolean person) implements Fact {}

  /** A link was revoked. */
  record Revoked(Instant at, String token) implements Fact {}

  /**
   * The shop told of an order.
   *
   * @param token in the order itself
   * @param landingToken in the address by which the customer came
   * @param marks of the customer, the surest first
   * @param refundedTotal in minor units
   */
  record Told(
      Instant at,
      String orderId,
      Instant placedAt,
      String status,
      long total,
      @Nullable Long refundedTotal,
      @Nullable Instant refundedAt,
      @Nullable Instant cancelledAt,
      @Nullable String token,
      @Nullable String landingToken,
      List<String> marks)
      implements Fact {}
}
