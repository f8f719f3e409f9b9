/** What agents see of conversations and do to them. */
@NullMarked
package dev.parley.chat.inbox;

import org.jspecify.annotations.NullMarked;
