/** The chat channels of a merchant and their credentials. */
@NullMarked
package dev.parley.domain.channel;

import org.jspecify.annotations.NullMarked;
