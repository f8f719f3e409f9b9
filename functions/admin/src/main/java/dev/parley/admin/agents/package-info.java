/** Agents of a merchant and their keys. */
@NullMarked
package dev.parley.admin.agents;

import org.jspecify.annotations.NullMarked;
