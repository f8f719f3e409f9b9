/** Work that is done a few at a time. */
@NullMarked
package dev.parley.aws.work;

import org.jspecify.annotations.NullMarked;
