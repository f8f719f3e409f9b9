/**
 * What every function stands on: its environment, clients of AWS, context of beans, entry point.
 */
@NullMarked
package dev.parley.aws.runtime;

import org.jspecify.annotations.NullMarked;
