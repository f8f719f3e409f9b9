package dev.parley.domain.referral;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The published rule of which requests for a link are made by programs, to show a preview or to
 * look around, and not by a person: no User-Agent, the method HEAD, a prefetch, or a User-Agent
 * with one of {@link #NAMES} in it.
 */
public final class PreviewRobots {
  /** Parts of User-Agents, in lower case. */
  public static final List<String> NAMES =
      List.of(
          "facebookexternalhit",
          "facebookcatalog",
          "facebot",
          "meta-external",
          "whatsapp/",
          "linebot",
          "line-poker",
          "linespider",
          "slackbot",
          "slack-imgproxy",
          "twitterbot",
          "telegrambot",
          "discordbot",
          "linkedinbot",
          "pinterestbot",
          "skypeuripreview",
          "microsoftpreview",
          "teamsbot",
          "viber",
          "kakaotalk-scrap",
          "vkshare",
          "redditbot",
          "embedly",
          "iframely",
          "applebot",
          "googlebot",
          "google-inspectiontool",
          "googleother",
          "adsbot-google",
          "mediapartners-google",
          "bingbot",
          "bingpreview",
          "yandexbot",
          "baiduspider",
          "duckduckbot",
          "ahrefsbot",
          "semrushbot",
          "gptbot",
          "bytespider",
          "crawler",
          "spider",
          "curl/",
          "wget/",
          "python-requests/",
          "python-urllib/",
          "go-http-client/",
          "headlesschrome",
          "lighthouse");

  private PreviewRobots() {}

  /**
   * @param purpose what the headers {@code Sec-Purpose}, {@code Purpose}, {@code X-Purpose} or
   *     {@code X-Moz} say
   */
  public static boolean isRobot(
      String method, @Nullable String userAgent, @Nullable String purpose) {
    if (method.equals("HEAD") || userAgent == null || userAgent.isBlank()) {
      return true;
    }
    if (purpose != null && isAhead(purpose.toLowerCase(Locale.ROOT))) {
      return true;
    }
    String agent = userAgent.toLowerCase(Locale.ROOT);
    return NAMES.stream().anyMatch(agent::contains);
  }

  private static boolean isAhead(String purpose) {
    return purpose.contains("prefetch") || purpose.contains("preview");
  }
}
