/** Tracked links: followed, looked up, revoked. */
@NullMarked
package dev.parley.referral.links;

import org.jspecify.annotations.NullMarked;
