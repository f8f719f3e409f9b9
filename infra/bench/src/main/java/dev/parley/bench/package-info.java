/** Measures the system: one command, one table. */
@NullMarked
package dev.parley.bench;

import org.jspecify.annotations.NullMarked;
