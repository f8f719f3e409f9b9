package dev.parley.referral.reports;

import org.joda.money.CurrencyUnit;

/**
 * What the rows of a report are measured by; money in minor units.
 *
 * @param knownRevenue of all known orders of the span
 * @param creditedRevenue of all credited orders of the span, whoever looks
 * @param creditedOrders how many these are
 */
record Yardstick(
    CurrencyUnit currency,
    CurrencyUnit priceCurrency,
    long knownRevenue,
    long creditedRevenue,
    long creditedOrders) {}
