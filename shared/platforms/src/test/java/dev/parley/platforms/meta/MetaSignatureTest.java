package dev.parley.platforms.meta;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MetaSignatureTest {
  /** The vector that GitHub publishes for the same header and algorithm. */
  private static final String SECRET = "It's a Secret to Everybody";

  private static final byte[] BODY = "Hello, World!".getBytes(UTF_8);
  private static final String RIGHT =
      "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

  @Test
  void signsAsThePublishedVectorDoes() {
    assertEquals(RIGHT, MetaSignature.of(SECRET, BODY));
    assertTrue(MetaSignature.matches(SECRET, BODY, RIGHT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sha256=",
        "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
        "sha1=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
        "sha256=757107EA0EB2509FC211221CCE984B8A37570B6D7586C22C46F4379C8B043E17",
        "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e18"
      })
  void refusesEverythingElse(String header) {
    assertFalse(MetaSignature.matches(SECRET, BODY, header));
  }

  @Test
  void refusesWithoutAHeader() {
    assertFalse(MetaSignature.matches(SECRET, BODY, null));
  }
}
