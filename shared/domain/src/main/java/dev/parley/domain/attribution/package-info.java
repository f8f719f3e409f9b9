/** Clicks and orders, and who is credited for which order. */
@NullMarked
package dev.parley.domain.attribution;

import org.jspecify.annotations.NullMarked;
