/** Fakes of chat's ports. */
@NullMarked
package dev.parley.testkit.chat;

import org.jspecify.annotations.NullMarked;
