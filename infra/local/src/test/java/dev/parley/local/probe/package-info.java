/** Small functions that the tests of the runner run. */
@NullMarked
package dev.parley.local.probe;

import org.jspecify.annotations.NullMarked;
