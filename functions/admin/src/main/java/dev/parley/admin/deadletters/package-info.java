/** What queues and streams gave up: kept, listed, retried or discarded. */
@NullMarked
package dev.parley.admin.deadletters;

import org.jspecify.annotations.NullMarked;
