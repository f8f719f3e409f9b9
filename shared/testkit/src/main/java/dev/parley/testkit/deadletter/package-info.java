/** Dead letters in memory, and what all who keep them do. */
@NullMarked
package dev.parley.testkit.deadletter;

import org.jspecify.annotations.NullMarked;
