package dev.parley.platforms;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.inbound.Profiles;
import dev.parley.domain.outbound.Messenger;
import dev.parley.platforms.line.HttpLineMessenger;
import dev.parley.platforms.meta.HttpMessagingMessenger;
import dev.parley.platforms.whatsapp.HttpWhatsappMessenger;
import dev.parley.platforms.widget.WidgetMessenger;

/** The clients of the platforms, chosen by the type of a channel. */
public record PlatformClients(
    HttpLineMessenger line,
    HttpMessagingMessenger messenger,
    HttpMessagingMessenger instagram,
    HttpWhatsappMessenger whatsapp,
    WidgetMessenger widget) {
  public Messenger messenger(ChannelType type) {
    return switch (type) {
      case LINE -> line;
      case MESSENGER -> messenger;
      case INSTAGRAM -> instagram;
      case WHATSAPP -> whatsapp;
      case WIDGET -> widget;
    };
  }

  public Profiles profiles(ChannelType type) {
    return switch (type) {
      case LINE -> line;
      case MESSENGER -> messenger;
      case INSTAGRAM -> instagram;
      case WHATSAPP -> whatsapp;
      case WIDGET -> widget;
    };
  }
}
