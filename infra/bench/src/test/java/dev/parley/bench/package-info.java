/** Proves what the benches compute by. */
@NullMarked
package dev.parley.bench;

import org.jspecify.annotations.NullMarked;
