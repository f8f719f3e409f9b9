/** Calls of addresses that merchants named. */
@NullMarked
package dev.parley.platforms.forward;

import org.jspecify.annotations.NullMarked;
