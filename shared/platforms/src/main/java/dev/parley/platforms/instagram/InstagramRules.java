package dev.parley.platforms.instagram;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.conversation.ReplyWindow;
import dev.parley.domain.outbound.Limits;
import dev.parley.platforms.meta.HttpMessagingMessenger;
import dev.parley.platforms.meta.MessagingForm;
import java.time.Duration;

/** What Instagram takes, and for how long. */
public final class InstagramRules {
  public static final Limits LIMITS =
      new Limits(ChannelType.INSTAGRAM, 1000, Limits.Measure.UTF8_BYTES, true);

  public static final ReplyWindow WINDOW =
      new ReplyWindow(Duration.ofHours(24), Duration.ZERO, Duration.ofDays(7), false);

  public static final MessagingForm FORM = new MessagingForm(false);

  private InstagramRules() {}

  /**
   * @param instagram where Instagram's Graph API lies
   */
  public static HttpMessagingMessenger client(String instagram) {
    return new HttpMessagingMessenger(ChannelType.INSTAGRAM, instagram, FORM, "profile_pic");
  }
}
