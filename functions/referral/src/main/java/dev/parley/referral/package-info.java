/** The entry points of the referral functions. */
@NullMarked
package dev.parley.referral;

import org.jspecify.annotations.NullMarked;
