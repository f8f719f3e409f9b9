/** Product cards: previewed and sent. */
@NullMarked
package dev.parley.referral.cards;

import org.jspecify.annotations.NullMarked;
