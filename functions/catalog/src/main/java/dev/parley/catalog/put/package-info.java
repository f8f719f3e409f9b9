/** Putting products into the catalogue, each for itself. */
@NullMarked
package dev.parley.catalog.put;

import org.jspecify.annotations.NullMarked;
