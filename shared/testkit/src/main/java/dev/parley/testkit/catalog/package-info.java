/** Catalogues for tests. */
@NullMarked
package dev.parley.testkit.catalog;

import org.jspecify.annotations.NullMarked;
