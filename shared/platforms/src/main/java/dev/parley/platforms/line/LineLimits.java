package dev.parley.platforms.line;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.outbound.Limits;

/** What LINE takes. */
public final class LineLimits {
  public static final Limits LIMITS = new Limits(ChannelType.LINE, 5000, true);

  private LineLimits() {}
}
