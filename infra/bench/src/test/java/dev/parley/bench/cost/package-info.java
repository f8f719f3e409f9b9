/** Proves what the bench of cost computes by. */
@NullMarked
package dev.parley.bench.cost;

import org.jspecify.annotations.NullMarked;
