/** Administration: merchants, agents and keys, settings, health, sweeps. */
@NullMarked
package dev.parley.admin;

import org.jspecify.annotations.NullMarked;
