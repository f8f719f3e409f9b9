/** The twin's work behind Micronaut as it comes, to see what our way with it is worth. */
@NullMarked
package dev.parley.bench.reference;

import org.jspecify.annotations.NullMarked;
