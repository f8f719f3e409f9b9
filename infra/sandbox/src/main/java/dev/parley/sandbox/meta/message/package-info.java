/** What Meta checks in the messages that an account sends. */
@NullMarked
package dev.parley.sandbox.meta.message;

import org.jspecify.annotations.NullMarked;
