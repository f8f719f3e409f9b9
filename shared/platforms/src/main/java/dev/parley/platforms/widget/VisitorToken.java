package dev.parley.platforms.widget;

import dev.parley.domain.id.ChannelId;
import dev.parley.platforms.webhook.HmacSha256;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What lets a visitor's browser into the visitor's own conversation: the visitor's id, and its MAC
 * under the channel's secret. Whoever has the secret knows a token for right without looking it up.
 */
public final class VisitorToken {
  private static final Pattern VISITOR = Pattern.compile("vis_[0-9A-Z]{26}");

  private VisitorToken() {}

  /**
   * @param secret the channel's
   */
  public static String of(ChannelId channel, String visitor, String secret) {
    byte[] named = (channel.value() + "\n" + visitor).getBytes(StandardCharsets.UTF_8);
    byte[] mac = HmacSha256.of(secret, named);
    return visitor + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
  }

  /** Returns the id of the visitor whose token it is, or empty when the channel made no such. */
  public static Optional<String> visitor(ChannelId channel, String token, String secret) {
    int end = token.indexOf('.');
    String visitor = token.substring(0, Math.max(0, end));
    return VISITOR.matcher(visitor).matches()
            && HmacSha256.isSame(of(channel, visitor, secret), token)
        ? Optional.of(visitor)
        : Optional.empty();
  }
}
