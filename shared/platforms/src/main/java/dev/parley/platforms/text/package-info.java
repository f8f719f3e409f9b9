/** Texts as platforms and customers take them: cut between characters, prices in words. */
@NullMarked
package dev.parley.platforms.text;

import org.jspecify.annotations.NullMarked;
