/** Referrals, clicks, orders, credits and figures in DynamoDB. */
@NullMarked
package dev.parley.aws.referral;

import org.jspecify.annotations.NullMarked;
