/** Telling merchants' other systems: LINE's calls as they came, and events of our own. */
@NullMarked
package dev.parley.chat.forward;

import org.jspecify.annotations.NullMarked;
