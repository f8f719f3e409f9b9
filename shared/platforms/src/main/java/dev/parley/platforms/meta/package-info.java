/** What Meta's platforms have in common: signatures, challenges, the Graph API and its answers. */
@NullMarked
package dev.parley.platforms.meta;

import org.jspecify.annotations.NullMarked;
