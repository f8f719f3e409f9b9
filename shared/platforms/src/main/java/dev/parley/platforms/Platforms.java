package dev.parley.platforms;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.inbound.EventTranslator;
import dev.parley.domain.outbound.CardCompiler;
import dev.parley.domain.outbound.Limits;
import dev.parley.platforms.line.LineEvents;
import dev.parley.platforms.line.LineLimits;
import dev.parley.platforms.line.LineMessages;
import java.time.Duration;

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

  /** Returns how long the platform knows a push again; zero when it never does. */
  public static Duration knownAgain(ChannelType type) {
    return switch (type) {
      case LINE -> LineLimits.KNOWN_AGAIN;
    };
  }

  public static Limits limits(ChannelType type) {
    return switch (type) {
      case LINE -> LineLimits.LIMITS;
    };
  }
}
