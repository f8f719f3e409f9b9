/** How LINE signs what it sends to a webhook. */
@NullMarked
package dev.parley.sandbox.line.webhook;

import org.jspecify.annotations.NullMarked;
