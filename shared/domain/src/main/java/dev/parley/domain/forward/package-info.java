/** What is told to a merchant's other systems: LINE's calls as they came, and events of our own. */
@NullMarked
package dev.parley.domain.forward;

import org.jspecify.annotations.NullMarked;
