/** Clients of the chat and shop platforms. */
@NullMarked
package dev.parley.platforms;

import org.jspecify.annotations.NullMarked;
