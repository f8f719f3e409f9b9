package dev.parley.platforms.widget;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.outbound.Limits;
import java.time.Duration;

/** What the widget shows of what agents write. */
public final class WidgetLimits {
  public static final Limits LIMITS =
      new Limits(ChannelType.WIDGET, 5000, Limits.Measure.UTF16_UNITS, true);

  /** Always: a message is shown from where it is stored, however often it is pushed. */
  public static final Duration KNOWN_AGAIN = Duration.ofDays(36_500);

  /** How long a visitor's text may be, in characters (code points). */
  public static final int MOST_CHARACTERS = 5000;

  private WidgetLimits() {}
}
