/**
 * Reading and writing JSON over jackson-core alone: databind would cost every first call 158 ms.
 */
@NullMarked
package dev.parley.json;

import org.jspecify.annotations.NullMarked;
