/** The website widget: its script, its visitors, and what is said between them and the agents. */
@NullMarked
package dev.parley.chat.widget;

import org.jspecify.annotations.NullMarked;
