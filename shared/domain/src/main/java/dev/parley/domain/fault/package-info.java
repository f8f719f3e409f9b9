/** The two kinds of fault that cross a port. */
@NullMarked
package dev.parley.domain.fault;

import org.jspecify.annotations.NullMarked;
