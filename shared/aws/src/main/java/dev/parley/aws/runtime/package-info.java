/** What every function stands on: its environment, its context of beans, its entry point. */
@NullMarked
package dev.parley.aws.runtime;

import org.jspecify.annotations.NullMarked;
