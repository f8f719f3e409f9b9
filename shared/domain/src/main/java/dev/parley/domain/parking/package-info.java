/** What waits for a queue to be well again. */
@NullMarked
package dev.parley.domain.parking;

import org.jspecify.annotations.NullMarked;
