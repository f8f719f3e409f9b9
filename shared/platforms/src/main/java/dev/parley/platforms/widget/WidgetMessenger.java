package dev.parley.platforms.widget;

import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.inbound.InboundEvent.Source;
import dev.parley.domain.inbound.Profile;
import dev.parley.domain.inbound.Profiles;
import dev.parley.domain.outbound.Messenger;
import dev.parley.domain.outbound.OutboundMessage;
import dev.parley.domain.outbound.SendOutcome;
import java.time.Duration;
import java.util.Optional;

/**
 * The widget as a platform: it fetches a visitor's messages from where they are stored, so a
 * message is delivered once it counts as sent, and nothing is called.
 */
public final class WidgetMessenger implements Messenger, Profiles {
  private static final int TAIL = 4;

  /** A visitor's events carry no reply token; there is nothing that could be used up. */
  @Override
  public SendOutcome reply(ConnectedChannel channel, OutboundMessage message, String replyToken) {
    return push(channel, message);
  }

  @Override
  public SendOutcome push(ConnectedChannel channel, OutboundMessage message) {
    return WidgetContents.shows(message.content())
        ? new SendOutcome.Accepted(null)
        : new SendOutcome.Rejected("The widget has no form for this kind of message");
  }

  @Override
  public Duration knownAgain() {
    return WidgetLimits.KNOWN_AGAIN;
  }

  /** Visitors are nameless: the end of the id tells them apart in a list. */
  @Override
  public Optional<Profile> find(ConnectedChannel channel, Source source) {
    String id = source.id();
    String tail = id.substring(Math.max(0, id.length() - TAIL));
    return Optional.of(new Profile("Visitor " + tail, null));
  }
}
