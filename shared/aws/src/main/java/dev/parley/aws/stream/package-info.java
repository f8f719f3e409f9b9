/** Stream handlers: what changed in a table, record by record. */
@NullMarked
package dev.parley.aws.stream;

import org.jspecify.annotations.NullMarked;
