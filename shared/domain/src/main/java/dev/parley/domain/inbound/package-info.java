/** What platforms tell us, on its way from the webhook to the conversation. */
@NullMarked
package dev.parley.domain.inbound;

import org.jspecify.annotations.NullMarked;
