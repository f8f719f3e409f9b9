package dev.parley.domain.report;

/** What the reports count; money in the minor units of the merchant's currency. */
public enum Figure {
  /** Messages that an agent sent by hand, referral messages included. */
  MESSAGES,
  /** Messages that carried at least one tracked link. */
  REFERRAL_MESSAGES,
  /** Referral messages of which at least one product was opened. */
  OPENED_MESSAGES,
  /** Tracked links sent. */
  LINKS_SENT,
  /** Products sent. */
  PRODUCTS_SENT,
  /** All clicks by people. */
  CLICKS,
  /** Links opened at least once. */
  UNIQUE_CLICKS,
  /** Orders credited to the agent, on the day of purchase. */
  ORDERS,
  /** Orders that another agent's link won, on the day of purchase. */
  ASSISTED_ORDERS,
  /** Totals of the credited orders, on the day of purchase. */
  REVENUE,
  /** What was refunded of credited orders, on the day of the refund. */
  REFUNDED,
  /** All known orders, credited or not, on the day of purchase. */
  KNOWN_ORDERS,
  /** Totals of all known orders, on the day of purchase. */
  KNOWN_REVENUE,
  /** What was refunded of all known orders, on the day of the refund. */
  KNOWN_REFUNDED
}
