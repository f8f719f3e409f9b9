/** The small HTTP layer that every simulated platform answers through. */
@NullMarked
package dev.parley.sandbox.web;

import org.jspecify.annotations.NullMarked;
