/** Chat on AWS: channels, conversations, messages, and the queues before and behind them. */
@NullMarked
package dev.parley.aws.chat;

import org.jspecify.annotations.NullMarked;
