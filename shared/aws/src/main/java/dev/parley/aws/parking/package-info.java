/** The table of what waits for a queue. */
@NullMarked
package dev.parley.aws.parking;

import org.jspecify.annotations.NullMarked;
