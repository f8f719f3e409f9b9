/** One JSON object a line to the function's log. */
@NullMarked
package dev.parley.aws.log;

import org.jspecify.annotations.NullMarked;
