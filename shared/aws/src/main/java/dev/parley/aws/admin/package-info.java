/** Merchants, agents, keys and repeated requests in DynamoDB. */
@NullMarked
package dev.parley.aws.admin;

import org.jspecify.annotations.NullMarked;
