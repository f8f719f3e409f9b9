/** How a simulated API can be made to misbehave, and how fast it may be called. */
@NullMarked
package dev.parley.sandbox.behaviour;

import org.jspecify.annotations.NullMarked;
