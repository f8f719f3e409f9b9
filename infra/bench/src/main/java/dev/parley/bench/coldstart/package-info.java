/** How long functions take to start, beside plain handlers that do the same. */
@NullMarked
package dev.parley.bench.coldstart;

import org.jspecify.annotations.NullMarked;
