/**
 * The only user of the AWS SDK: adapters of the domain's ports, and the handler bases in {@code
 * runtime}.
 */
@NullMarked
package dev.parley.aws;

import org.jspecify.annotations.NullMarked;
