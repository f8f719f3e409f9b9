/** The merchant's rule of attribution and its prices of messages. */
@NullMarked
package dev.parley.referral.settings;

import org.jspecify.annotations.NullMarked;
