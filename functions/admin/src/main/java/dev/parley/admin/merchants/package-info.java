/** Merchants and their own settings. */
@NullMarked
package dev.parley.admin.merchants;

import org.jspecify.annotations.NullMarked;
