/** How the system bears many webhooks at once. */
@NullMarked
package dev.parley.bench.load;

import org.jspecify.annotations.NullMarked;
