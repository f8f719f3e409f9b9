package dev.parley.platforms.line;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.outbound.Limits;
import java.time.Duration;

/** What LINE takes, and how long it knows it again. */
public final class LineLimits {
  public static final Limits LIMITS =
      new Limits(ChannelType.LINE, 5000, Limits.Measure.UTF16_UNITS, true);

  /** For so long a push under the same retry key is the same message. */
  public static final Duration KNOWN_AGAIN = Duration.ofHours(24);

  private LineLimits() {}
}
