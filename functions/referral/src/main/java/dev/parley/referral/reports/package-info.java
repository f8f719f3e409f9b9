/** What referrals sold, the orders behind it, and why an order was credited. */
@NullMarked
package dev.parley.referral.reports;

import org.jspecify.annotations.NullMarked;
