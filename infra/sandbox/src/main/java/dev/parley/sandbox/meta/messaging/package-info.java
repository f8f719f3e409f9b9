/** What Messenger and Instagram have in common: people of a page, their messages, its answers. */
@NullMarked
package dev.parley.sandbox.meta.messaging;

import org.jspecify.annotations.NullMarked;
