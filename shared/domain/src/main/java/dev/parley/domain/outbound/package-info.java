/** What agents say, on its way from the request to the platform. */
@NullMarked
package dev.parley.domain.outbound;

import org.jspecify.annotations.NullMarked;
