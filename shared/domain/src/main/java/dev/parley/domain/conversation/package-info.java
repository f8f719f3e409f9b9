/** Conversations and the messages in them. */
@NullMarked
package dev.parley.domain.conversation;

import org.jspecify.annotations.NullMarked;
