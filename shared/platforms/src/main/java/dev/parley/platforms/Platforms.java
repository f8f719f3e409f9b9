package dev.parley.platforms;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.inbound.EventTranslator;
import dev.parley.domain.outbound.CardCompiler;
import dev.parley.domain.outbound.Limits;
import dev.parley.platforms.line.LineEvents;
import dev.parley.platforms.line.LineLimits;
import dev.parley.platforms.line.LineMessages;

/** What serves each type of channel: the one place where platforms are told apart. */
public final class Platforms {
  private Platforms() {}

  public static EventTranslator events(ChannelType type) {
    return switch (type) {
      case LINE -> new LineEvents();
    };
  }

  public static CardCompiler cards(ChannelType type) {
    return switch (type) {
      case LINE -> new LineMessages();
    };
  }

  public static Limits limits(ChannelType type) {
    return switch (type) {
      case LINE -> LineLimits.LIMITS;
    };
  }
}
