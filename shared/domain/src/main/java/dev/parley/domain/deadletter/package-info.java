/** What queues and streams gave up, until a person retries or discards it. */
@NullMarked
package dev.parley.domain.deadletter;

import org.jspecify.annotations.NullMarked;
