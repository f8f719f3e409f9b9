/** How what a merchant has connected does. */
@NullMarked
package dev.parley.admin.health;

import org.jspecify.annotations.NullMarked;
