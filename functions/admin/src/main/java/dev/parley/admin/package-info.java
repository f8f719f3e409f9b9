/** Administration: merchants, agents and keys, settings, health, dead letters, sweeps. */
@NullMarked
package dev.parley.admin;

import org.jspecify.annotations.NullMarked;
