/** What customers say: from the webhook through the queue into the conversation. */
@NullMarked
package dev.parley.chat.inbound;

import org.jspecify.annotations.NullMarked;
