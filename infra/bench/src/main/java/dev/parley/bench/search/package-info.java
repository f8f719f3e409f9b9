/** What a search among many products asks of its table. */
@NullMarked
package dev.parley.bench.search;

import org.jspecify.annotations.NullMarked;
