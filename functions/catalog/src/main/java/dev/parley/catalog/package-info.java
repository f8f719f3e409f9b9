/** The functions of the catalogue, and what they are wired from. */
@NullMarked
package dev.parley.catalog;

import org.jspecify.annotations.NullMarked;
