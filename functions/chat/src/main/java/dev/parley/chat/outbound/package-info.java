/** What agents say: from the request through the queue to the platform. */
@NullMarked
package dev.parley.chat.outbound;

import org.jspecify.annotations.NullMarked;
