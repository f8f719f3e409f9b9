/** Orders from outside, and who is credited with them. */
@NullMarked
package dev.parley.referral.orders;

import org.jspecify.annotations.NullMarked;
