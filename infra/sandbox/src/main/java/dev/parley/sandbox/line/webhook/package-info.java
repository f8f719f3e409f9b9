/** How LINE calls a webhook: the signature and the HTTP call. */
@NullMarked
package dev.parley.sandbox.line.webhook;

import org.jspecify.annotations.NullMarked;
