/** Merchants, their agents, and who may do what. */
@NullMarked
package dev.parley.domain.merchant;

import org.jspecify.annotations.NullMarked;
