/** The ids of things: opaque strings with a type prefix and a sortable tail. */
@NullMarked
package dev.parley.domain.id;

import org.jspecify.annotations.NullMarked;
