/** Proves what the bench of load computes by. */
@NullMarked
package dev.parley.bench.load;

import org.jspecify.annotations.NullMarked;
