/** What the simulated platforms of Meta have in common: the Graph API, accounts, webhooks. */
@NullMarked
package dev.parley.sandbox.meta;

import org.jspecify.annotations.NullMarked;
