/** The running system as the benches see it: a process, an API, a shop. */
@NullMarked
package dev.parley.bench.system;

import org.jspecify.annotations.NullMarked;
