/** The simulated Messenger. */
@NullMarked
package dev.parley.sandbox.messenger;

import org.jspecify.annotations.NullMarked;
