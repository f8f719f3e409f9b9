/** Where invocations come from: the HTTP API, queues, table streams, schedules and the bus. */
@NullMarked
package dev.parley.local.events;

import org.jspecify.annotations.NullMarked;
