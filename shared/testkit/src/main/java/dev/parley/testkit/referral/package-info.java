/** Fakes of what referrals, clicks, orders and credits are kept in, and their contract. */
@NullMarked
package dev.parley.testkit.referral;

import org.jspecify.annotations.NullMarked;
