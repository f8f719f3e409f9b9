/** DynamoDB and SQS for tests, in this process. */
@NullMarked
package dev.parley.testkit.aws;

import org.jspecify.annotations.NullMarked;
