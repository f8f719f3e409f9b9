/** The main job with every call that it makes failing in every way. */
@NullMarked
package dev.parley.acceptance.faults;

import org.jspecify.annotations.NullMarked;
