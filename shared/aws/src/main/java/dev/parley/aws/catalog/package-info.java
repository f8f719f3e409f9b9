/** Products in DynamoDB, with the index that they are searched by. */
@NullMarked
package dev.parley.aws.catalog;

import org.jspecify.annotations.NullMarked;
