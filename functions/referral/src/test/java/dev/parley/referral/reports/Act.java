package dev.parley.referral.reports;

import dev.parley.domain.referral.AttributionTerms;

/** Something that somebody does in a random world; numbers stand for who and what there is then. */
sealed interface Act {
  /** An agent says something in a conversation. */
  record Say(int agent, int conversation) implements Act {}

  /** An agent sends cards of some products in a conversation. */
  record SendCards(int agent, int conversation, int products) implements Act {}

  /** A person or a robot follows a link. */
  record Tap(int link, boolean person) implements Act {}

  /** A link is revoked. */
  record Revoke(int link) implements Act {}

  /**
   * The shop tells of an order, again if it told of it before.
   *
   * @param by what it is found by: 0 its token, 1 the landing address, else its marks alone
   * @param mark which marks of the customer it carries
   * @param dated whether the shop says when it was refunded or cancelled
   * @param more whether the total was raised
   */
  record Tell(
      int order,
      int minutesAgo,
      String status,
      int by,
      int link,
      int mark,
      boolean dated,
      boolean more)
      implements Act {}

  /** The merchant sets another rule for new links. */
  record SetTerms(AttributionTerms terms) implements Act {}

  /**
   * Time goes by until some link is about to earn no more, or has just ceased to.
   *
   * @param end which of the times at which links cease to earn
   * @param minutes after it, or before it when negative
   */
  record WaitForAnEnd(int end, int minutes) implements Act {}

  /** Hours go by. */
  record Wait(int hours) implements Act {}
}
