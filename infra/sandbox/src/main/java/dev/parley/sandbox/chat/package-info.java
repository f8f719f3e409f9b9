/** What stands in chats and the files in them, on whichever platform. */
@NullMarked
package dev.parley.sandbox.chat;

import org.jspecify.annotations.NullMarked;
