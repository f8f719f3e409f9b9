/** What each flow asks of AWS, against the least that it can do with. */
@NullMarked
package dev.parley.bench.cost;

import org.jspecify.annotations.NullMarked;
