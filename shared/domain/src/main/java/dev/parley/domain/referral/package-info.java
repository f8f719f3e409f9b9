/** Product cards with tracked links, and who clicked them. */
@NullMarked
package dev.parley.domain.referral;

import org.jspecify.annotations.NullMarked;
