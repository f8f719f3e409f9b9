/** Reading and writing the attributes of DynamoDB items. */
@NullMarked
package dev.parley.aws.item;

import org.jspecify.annotations.NullMarked;
