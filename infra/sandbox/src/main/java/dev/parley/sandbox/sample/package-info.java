/** Sample events, sent to a webhook from the command line. */
@NullMarked
package dev.parley.sandbox.sample;

import org.jspecify.annotations.NullMarked;
