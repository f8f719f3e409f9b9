/** Queue handlers: records decoded one by one, failures reported one by one. */
@NullMarked
package dev.parley.aws.queue;

import org.jspecify.annotations.NullMarked;
