/** How platforms call webhooks. */
@NullMarked
package dev.parley.sandbox.webhook;

import org.jspecify.annotations.NullMarked;
