/** Pages of lists. */
@NullMarked
package dev.parley.domain.page;

import org.jspecify.annotations.NullMarked;
