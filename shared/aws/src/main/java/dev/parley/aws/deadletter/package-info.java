/** Dead letters and why they failed, in DynamoDB; their way back into SQS. */
@NullMarked
package dev.parley.aws.deadletter;

import org.jspecify.annotations.NullMarked;
