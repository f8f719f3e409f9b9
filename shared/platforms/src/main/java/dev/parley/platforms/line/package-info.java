/** LINE's Messaging API: signatures, events, messages, and the client. */
@NullMarked
package dev.parley.platforms.line;

import org.jspecify.annotations.NullMarked;
