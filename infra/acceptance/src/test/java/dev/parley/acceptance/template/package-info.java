/** What nothing but a test finds wrong in the deployment template. */
@NullMarked
package dev.parley.acceptance.template;

import org.jspecify.annotations.NullMarked;
