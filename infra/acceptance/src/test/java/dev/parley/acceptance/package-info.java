/** Checks of the whole: its architecture, its deployment, whole flows. */
@NullMarked
package dev.parley.acceptance;

import org.jspecify.annotations.NullMarked;
