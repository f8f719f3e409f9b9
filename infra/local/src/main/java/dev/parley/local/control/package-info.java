/** The control routes under {@code /_local}, the movable clock and the readiness of the whole. */
@NullMarked
package dev.parley.local.control;

import org.jspecify.annotations.NullMarked;
