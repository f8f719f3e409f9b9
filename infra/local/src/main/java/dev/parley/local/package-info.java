/** The local runner: the whole system on one machine, from {@code template.yaml}. */
@NullMarked
package dev.parley.local;

import org.jspecify.annotations.NullMarked;
