package dev.parley.platforms.whatsapp;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.conversation.ReplyWindow;
import dev.parley.domain.outbound.Limits;
import java.time.Duration;

/** What WhatsApp takes, and for how long. */
public final class WhatsappRules {
  public static final Limits LIMITS =
      new Limits(ChannelType.WHATSAPP, 4096, Limits.Measure.CODE_POINTS, true);

  public static final ReplyWindow WINDOW =
      new ReplyWindow(Duration.ofHours(24), Duration.ZERO, Duration.ZERO, true);

  private WhatsappRules() {}
}
