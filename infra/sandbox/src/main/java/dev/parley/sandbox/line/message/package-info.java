/** What LINE checks in a message before it sends it: structure, lengths, counts, addresses. */
@NullMarked
package dev.parley.sandbox.line.message;

import org.jspecify.annotations.NullMarked;
