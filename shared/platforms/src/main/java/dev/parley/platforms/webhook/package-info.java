/** What webhook calls of several platforms have in common. */
@NullMarked
package dev.parley.platforms.webhook;

import org.jspecify.annotations.NullMarked;
