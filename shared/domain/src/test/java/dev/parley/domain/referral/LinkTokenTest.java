package dev.parley.domain.referral;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTokenTest {
  private static final byte[] SECRET = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, -1};

  @Test
  void namesTheSecretAndThePosition() {
    LinkToken token = LinkToken.of(SECRET, 9);

    assertEquals(23, token.value().length());
    assertEquals(9, token.position());
    assertArrayEquals(LinkToken.hash(SECRET), token.secretHash());
  }

  @Test
  void readsBackWhatItWrote() {
    LinkToken token = LinkToken.of(SECRET, 63);

    assertEquals(Optional.of(token), LinkToken.parse(token.value()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "好喝", "，A", "%E5%A5%BD", ".html", "/"})
  void isReadWhateverAnAppTookForAPartOfTheAddress(String more) {
    LinkToken token = LinkToken.of(SECRET, 1);

    assertEquals(Optional.of(token), LinkToken.leading(token.value() + more));
  }

  @Test
  void isNotTheBeginningOfALongerWord() {
    assertTrue(LinkToken.leading(LinkToken.of(SECRET, 1).value() + "A").isEmpty());
    assertTrue(LinkToken.leading("好").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "AAAAAAAAAAAAAAAAAAAAAA/", "AAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void refusesWhatCantBeAToken(String text) {
    assertTrue(LinkToken.parse(text).isEmpty());
  }

  @Test
  void neverShowsItselfInText() {
    assertEquals("LinkToken[…]", LinkToken.of(SECRET, 0).toString());
  }
}
