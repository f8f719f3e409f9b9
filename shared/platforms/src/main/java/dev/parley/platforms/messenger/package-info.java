/** Facebook Messenger. */
@NullMarked
package dev.parley.platforms.messenger;

import org.jspecify.annotations.NullMarked;
