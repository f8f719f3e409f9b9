/**
 * The template as the runner understands it: read with places, resolved, and turned into what is to
 * be run.
 */
@NullMarked
package dev.parley.local.template;

import org.jspecify.annotations.NullMarked;
