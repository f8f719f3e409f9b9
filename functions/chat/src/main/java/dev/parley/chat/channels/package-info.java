/** Connecting a merchant's channels. */
@NullMarked
package dev.parley.chat.channels;

import org.jspecify.annotations.NullMarked;
