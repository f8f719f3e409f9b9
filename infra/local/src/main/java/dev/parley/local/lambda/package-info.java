/** Functions as Lambda runs them: instances, one invocation at a time each, with a time-out. */
@NullMarked
package dev.parley.local.lambda;

import org.jspecify.annotations.NullMarked;
