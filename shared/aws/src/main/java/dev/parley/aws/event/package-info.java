/** Event handlers: schedules, bus events and invocations by hand. */
@NullMarked
package dev.parley.aws.event;

import org.jspecify.annotations.NullMarked;
