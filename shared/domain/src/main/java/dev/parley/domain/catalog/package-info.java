/** The products of a merchant. */
@NullMarked
package dev.parley.domain.catalog;

import org.jspecify.annotations.NullMarked;
