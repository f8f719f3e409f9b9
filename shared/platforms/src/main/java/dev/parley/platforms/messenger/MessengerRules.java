package dev.parley.platforms.messenger;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.conversation.ReplyWindow;
import dev.parley.domain.outbound.Limits;
import dev.parley.platforms.meta.HttpMessagingMessenger;
import dev.parley.platforms.meta.MessagingForm;
import java.time.Duration;

/** What Messenger takes, and for how long. */
public final class MessengerRules {
  public static final Limits LIMITS =
      new Limits(ChannelType.MESSENGER, 2000, Limits.Measure.CODE_POINTS, true);

  public static final ReplyWindow WINDOW =
      new ReplyWindow(Duration.ofHours(24), Duration.ofDays(7), Duration.ofDays(7), false);

  public static final MessagingForm FORM = new MessagingForm(true);

  private MessengerRules() {}

  /**
   * @param graph where the Graph API lies
   */
  public static HttpMessagingMessenger client(String graph) {
    return new HttpMessagingMessenger(ChannelType.MESSENGER, graph, FORM, "profile_pic");
  }
}
