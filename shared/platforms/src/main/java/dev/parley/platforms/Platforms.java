package dev.parley.platforms;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.conversation.ReplyWindow;
import dev.parley.domain.inbound.EventTranslator;
import dev.parley.domain.outbound.CardCompiler;
import dev.parley.domain.outbound.Limits;
import dev.parley.platforms.instagram.InstagramRules;
import dev.parley.platforms.line.LineEvents;
import dev.parley.platforms.line.LineLimits;
import dev.parley.platforms.line.LineMessages;
import dev.parley.platforms.messenger.MessengerRules;
import dev.parley.platforms.meta.MessagingEvents;
import dev.parley.platforms.whatsapp.WhatsappEvents;
import dev.parley.platforms.whatsapp.WhatsappForm;
import dev.parley.platforms.whatsapp.WhatsappRules;
import dev.parley.platforms.widget.WidgetContents;
import dev.parley.platforms.widget.WidgetEvents;
import dev.parley.platforms.widget.WidgetLimits;
import java.time.Duration;

/** What serves each type of channel: the one place where platforms are told apart. */
public final class Platforms {
  private Platforms() {}

  public static EventTranslator events(ChannelType type) {
    return switch (type) {
      case LINE -> new LineEvents();
      case MESSENGER -> new MessagingEvents(false);
      case INSTAGRAM -> new MessagingEvents(true);
      case WHATSAPP -> new WhatsappEvents();
      case WIDGET -> new WidgetEvents();
    };
  }

  public static CardCompiler cards(ChannelType type) {
    return switch (type) {
      case LINE -> new LineMessages();
      case MESSENGER -> MessengerRules.FORM;
      case INSTAGRAM -> InstagramRules.FORM;
      case WHATSAPP -> new WhatsappForm();
      case WIDGET -> new WidgetContents();
    };
  }

  /** Returns how long the platform knows a push again; zero when it never does. */
  public static Duration knownAgain(ChannelType type) {
    return switch (type) {
      case LINE -> LineLimits.KNOWN_AGAIN;
      case MESSENGER, INSTAGRAM, WHATSAPP -> Duration.ZERO;
      case WIDGET -> WidgetLimits.KNOWN_AGAIN;
    };
  }

  /** Returns whether the platform gives tokens that answer what a person says without cost. */
  public static boolean givesReplyTokens(ChannelType type) {
    return switch (type) {
      case LINE -> true;
      case MESSENGER, INSTAGRAM, WHATSAPP, WIDGET -> false;
    };
  }

  public static Limits limits(ChannelType type) {
    return switch (type) {
      case LINE -> LineLimits.LIMITS;
      case MESSENGER -> MessengerRules.LIMITS;
      case INSTAGRAM -> InstagramRules.LIMITS;
      case WHATSAPP -> WhatsappRules.LIMITS;
      case WIDGET -> WidgetLimits.LIMITS;
    };
  }

  /** Returns for how long a person who was in touch may be answered. */
  public static ReplyWindow replyWindow(ChannelType type) {
    return switch (type) {
      case LINE, WIDGET -> ReplyWindow.NONE;
      case MESSENGER -> MessengerRules.WINDOW;
      case INSTAGRAM -> InstagramRules.WINDOW;
      case WHATSAPP -> WhatsappRules.WINDOW;
    };
  }
}
