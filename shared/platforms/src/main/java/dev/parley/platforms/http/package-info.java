/** Calls of the platforms' APIs. */
@NullMarked
package dev.parley.platforms.http;

import org.jspecify.annotations.NullMarked;
