/** Proves what functions load when they start. */
@NullMarked
package dev.parley.bench.coldstart;

import org.jspecify.annotations.NullMarked;
