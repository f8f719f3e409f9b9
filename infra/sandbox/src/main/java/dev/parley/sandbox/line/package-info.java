/** The simulated LINE platform: its Messaging API, its data API and its control routes. */
@NullMarked
package dev.parley.sandbox.line;

import org.jspecify.annotations.NullMarked;
