/** Small handlers that the tests of the handler bases run. */
@NullMarked
package dev.parley.probe;

import org.jspecify.annotations.NullMarked;
