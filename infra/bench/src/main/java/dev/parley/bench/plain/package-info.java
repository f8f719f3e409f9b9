/** Handlers in plain Java that do what functions do, to measure functions against. */
@NullMarked
package dev.parley.bench.plain;

import org.jspecify.annotations.NullMarked;
