/** The embedded tables and queues, and what lies beside them on disk. */
@NullMarked
package dev.parley.local.store;

import org.jspecify.annotations.NullMarked;
