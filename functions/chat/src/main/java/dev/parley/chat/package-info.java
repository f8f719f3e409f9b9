/** The entry points of the chat functions. */
@NullMarked
package dev.parley.chat;

import org.jspecify.annotations.NullMarked;
