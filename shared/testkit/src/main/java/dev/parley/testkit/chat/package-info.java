/** Fakes of chat's ports, and what fakes and adapters alike must do. */
@NullMarked
package dev.parley.testkit.chat;

import org.jspecify.annotations.NullMarked;
