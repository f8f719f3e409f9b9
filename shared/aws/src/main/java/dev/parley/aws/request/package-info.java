/** What surrounds an agent's request: who asks, how often, and whether it was asked before. */
@NullMarked
package dev.parley.aws.request;

import org.jspecify.annotations.NullMarked;
