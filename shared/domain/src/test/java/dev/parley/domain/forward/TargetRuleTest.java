package dev.parley.domain.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetRuleTest {
  private static final TargetRule RULE = new TargetRule(false);
  private static final TargetRule LOCAL = new TargetRule(true);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com",
        "https://example.com:443/a/b?c=d%20e",
        "HTTPS://Hooks.Example.com:8443/",
        "https://example.com./",
        "https://xn--fiqs8s.xn--fiqs8s/",
        "https://1.1.1.1/",
        "https://[2606:4700:4700::1111]/"
      })
  void takesAddressesOfTheOpenInternet(String url) {
    assertEquals(Optional.empty(), RULE.problem(url));
  }

  @ParameterizedTest
  @CsvSource({
    "http://example.com/, must begin with https://",
    "ftp://example.com/, must begin with https://",
    "https://user@example.com/, must not hold a user name or password",
    "https://user:pass@example.com/, must not hold a user name or password",
    "https://example.com/#part, must not hold a fragment",
    "https://example.com:22/, 'must have the port 443 or one from 1024 to 65535, has 22'",
    "https://example.com:80/, 'must have the port 443 or one from 1024 to 65535, has 80'",
    "https://example.com:70000/, 'must have the port 443 or one from 1024 to 65535, has 70000'",
  })
  void saysWhatIsWrongAndWhatIsRight(String url, String problem) {
    assertEquals(Optional.of(problem), RULE.problem(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://localhost/",
        "https://api.localhost/",
        "https://intranet/",
        "https://printer.local/",
        "https://metadata.google.internal/",
        "https://127.0.0.1/",
        "https://2130706433/",
        "https://0177.0.0.1/",
        "https://10.0.0.1:8443/",
        "https://169.254.169.254/latest/meta-data",
        "https://[::1]/",
        "https://[::ffff:169.254.169.254]/",
        "https://[fd00:ec2::254]/"
      })
  void refusesWhatShowsThatItIsInside(String url) {
    assertEquals(
        Optional.of(
            "must name a host of the open internet, not of a private network or this machine"),
        RULE.problem(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.com",
        "/hook",
        "https:///hook",
        "https://a b/",
        "mailto:a@b.c",
        "https://127.1/",
        "https://0x7f.0.0.1/"
      })
  void refusesWhatIsNoAddress(String url) {
    assertNotEquals(Optional.empty(), RULE.problem(url));
  }

  @Test
  void refusesWhatIsTooLong() {
    String url = "https://example.com/" + "a".repeat(2029);

    assertEquals(Optional.of("must be at most 2048 characters, is 2049"), RULE.problem(url));
  }

  @Test
  void theLocalRunnerMayCallItsMachineWithoutTls() {
    assertEquals(Optional.empty(), LOCAL.problem("http://127.0.0.1:9999/hook"));
    assertEquals(Optional.empty(), LOCAL.problem("http://[::1]:9999/hook"));
    assertEquals(Optional.empty(), LOCAL.problem("https://example.com/hook"));
    assertTrue(LOCAL.problem("http://10.0.0.1/").isPresent());
    assertTrue(LOCAL.problem("http://example.com/").isPresent());
    assertTrue(RULE.problem("http://127.0.0.1:9999/hook").isPresent());
  }
}
