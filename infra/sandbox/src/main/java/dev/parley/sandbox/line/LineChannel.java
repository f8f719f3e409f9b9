package dev.parley.sandbox.line;

import org.jspecify.annotations.Nullable;

/**
 * A LINE channel (an official account with its bot): its id as the shop calls it, the secret that
 * signs its webhooks, the token that its API takes, and where webhooks go ({@code null}: nowhere).
 */
public record LineChannel(
    String channelId,
    String channelSecret,
    String channelAccessToken,
    @Nullable String webhookUrl) {

  /** The same channel with webhooks that go there. */
  public LineChannel at(String url) {
    return new LineChannel(channelId, channelSecret, channelAccessToken, url);
  }
}
