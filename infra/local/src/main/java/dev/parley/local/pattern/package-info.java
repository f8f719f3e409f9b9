/** Event patterns, as buses, queues and streams filter with them. */
@NullMarked
package dev.parley.local.pattern;

import org.jspecify.annotations.NullMarked;
