/** The simulated Instagram. */
@NullMarked
package dev.parley.sandbox.instagram;

import org.jspecify.annotations.NullMarked;
