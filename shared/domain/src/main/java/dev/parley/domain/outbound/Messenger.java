package dev.parley.domain.outbound;

import dev.parley.domain.channel.ConnectedChannel;
import java.time.Duration;

/** Hands messages to one platform. */
public interface Messenger {
  /** Answers by the reply token of the message; it costs nothing and can't be repeated safely. */
  SendOutcome reply(ConnectedChannel channel, OutboundMessage message, String replyToken);

  /**
   * Sends to the recipient; the same message again is the same message to the platform for as long
   * as it knows it again.
   */
  SendOutcome push(ConnectedChannel channel, OutboundMessage message);

  /**
   * Returns how long the platform knows a push again; zero when it never does, so that none may be
   * repeated whose outcome is unknown.
   */
  Duration knownAgain();
}
