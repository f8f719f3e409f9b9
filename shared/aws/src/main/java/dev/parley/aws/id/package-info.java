/** Where the ids and secrets of a request come from. */
@NullMarked
package dev.parley.aws.id;

import org.jspecify.annotations.NullMarked;
