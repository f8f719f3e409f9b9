/** Raw events that go through today's code again. */
@NullMarked
package dev.parley.chat.replay;

import org.jspecify.annotations.NullMarked;
