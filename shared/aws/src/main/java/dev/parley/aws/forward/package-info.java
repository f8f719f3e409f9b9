/** The table and queue of what is told to merchants' other systems. */
@NullMarked
package dev.parley.aws.forward;

import org.jspecify.annotations.NullMarked;
