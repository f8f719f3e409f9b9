/** HTTP handlers: API Gateway events in, replies and problems out. */
@NullMarked
package dev.parley.aws.http;

import org.jspecify.annotations.NullMarked;
