/** The clients of the AWS services, tuned for a short first call. */
@NullMarked
package dev.parley.aws.client;

import org.jspecify.annotations.NullMarked;
