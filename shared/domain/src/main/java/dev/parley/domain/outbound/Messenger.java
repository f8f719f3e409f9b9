package dev.parley.domain.outbound;

import dev.parley.domain.channel.ConnectedChannel;

/** Hands messages to a platform. */
public interface Messenger {
  /** Answers by the reply token of the message; it costs nothing and can't be repeated safely. */
  SendOutcome reply(ConnectedChannel channel, OutboundMessage message, String replyToken);

  /** Sends to the recipient; the same message again is the same message to the platform. */
  SendOutcome push(ConnectedChannel channel, OutboundMessage message);
}
