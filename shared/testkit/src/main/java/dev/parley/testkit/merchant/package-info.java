/** Merchants, agents and keys for tests. */
@NullMarked
package dev.parley.testkit.merchant;

import org.jspecify.annotations.NullMarked;
