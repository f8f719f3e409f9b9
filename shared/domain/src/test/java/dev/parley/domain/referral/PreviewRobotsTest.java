package dev.parley.domain.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreviewRobotsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "true  | facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
        "true  | facebookexternalhit/1.1;line-poker/1.0",
        "true  | WhatsApp/2.23.20.0 A",
        "true  | Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
        "true  | Slack-ImgProxy (+https://api.slack.com/robots)",
        "true  | TelegramBot (like TwitterBot)",
        "true  | Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "true  | ''",
        "false | Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148 Line/14.9.0",
        "false | Mozilla/5.0 (Linux; Android 15) Chrome/130.0.0.0 Mobile [FBAN/FB4A;FBAV/440.0]",
        "false | Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/130.0.0.0 Safari/537.36",
        "true  | curl/8.5.0"
      })
  void tellsPreviewsFromPeople(boolean robot, String userAgent) {
    assertEquals(robot, PreviewRobots.isRobot("GET", userAgent, null));
  }

  @Test
  void takesWhatFetchesWithoutShowingForARobot() {
    assertTrue(PreviewRobots.isRobot("HEAD", "Mozilla/5.0", null));
    assertTrue(PreviewRobots.isRobot("GET", "Mozilla/5.0", "prefetch;anonymous-client-ip"));
    assertTrue(PreviewRobots.isRobot("GET", null, null));
  }
}
