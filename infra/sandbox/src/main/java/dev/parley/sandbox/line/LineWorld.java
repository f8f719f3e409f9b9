package dev.parley.sandbox.line;

import dev.parley.sandbox.chat.Chats;
import dev.parley.sandbox.chat.Contents;
import java.time.InstantSource;

/** Everything that the simulated LINE remembers. */
record LineWorld(
    InstantSource clock,
    Ids ids,
    Channels channels,
    Customers customers,
    Groups groups,
    Chats chats,
    Contents contents,
    ReplyTokens replyTokens,
    RetryKeys retryKeys,
    Quotas quotas) {

  static LineWorld at(InstantSource clock) {
    return new LineWorld(
        clock,
        new Ids(clock),
        new Channels(),
        new Customers(clock),
        new Groups(),
        new Chats(),
        new Contents(),
        new ReplyTokens(clock),
        new RetryKeys(clock),
        new Quotas(clock));
  }
}
