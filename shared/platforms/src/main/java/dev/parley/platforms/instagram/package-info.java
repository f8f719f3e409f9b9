/** Instagram's messages. */
@NullMarked
package dev.parley.platforms.instagram;

import org.jspecify.annotations.NullMarked;
