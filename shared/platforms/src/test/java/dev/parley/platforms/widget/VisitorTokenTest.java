package dev.parley.platforms.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.parley.domain.id.ChannelId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VisitorTokenTest {
  private static final ChannelId CHANNEL = new ChannelId("site-shop");
  private static final ChannelId OTHER = new ChannelId("site-other");
  private static final String VISITOR = "vis_01KAV0000000000000000000A1";
  private static final String TOKEN = VisitorToken.of(CHANNEL, VISITOR, "secret");

  @Test
  void opensToWhoseItIs() {
    assertEquals(Optional.of(VISITOR), VisitorToken.visitor(CHANNEL, TOKEN, "secret"));
    assertEquals(TOKEN, VisitorToken.of(CHANNEL, VISITOR, "secret"));
  }

  @Test
  void isOfOneChannelAndOneSecret() {
    assertEquals(Optional.empty(), VisitorToken.visitor(OTHER, TOKEN, "secret"));
    assertEquals(Optional.empty(), VisitorToken.visitor(CHANNEL, TOKEN, "other"));
    assertNotEquals(TOKEN, VisitorToken.of(OTHER, VISITOR, "secret"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "vis_1", "vis_1.abc", "vis_01KAV0000000000000000000A1."})
  void isNothingElse(String token) {
    assertEquals(Optional.empty(), VisitorToken.visitor(CHANNEL, token, "secret"));
  }

  @Test
  void canNotBeTurnedIntoAnotherVisitors() {
    String other = TOKEN.replace("A1.", "A2.");

    assertEquals(Optional.empty(), VisitorToken.visitor(CHANNEL, other, "secret"));
    assertEquals(Optional.empty(), VisitorToken.visitor(CHANNEL, TOKEN + "A", "secret"));
  }
}
