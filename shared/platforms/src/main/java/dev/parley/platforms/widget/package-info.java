/** The website widget: its visitors' tokens, their events, and what they see. */
@NullMarked
package dev.parley.platforms.widget;

import org.jspecify.annotations.NullMarked;
