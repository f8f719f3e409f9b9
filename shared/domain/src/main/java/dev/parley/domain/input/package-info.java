/** What is wrong with an input, said field by field. */
@NullMarked
package dev.parley.domain.input;

import org.jspecify.annotations.NullMarked;
