package dev.parley.platforms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.conversation.MessageContent.Unknown;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.inbound.ReceivedEvent;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every platform must do, whichever it is. */
final class PlatformsTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private static ReceivedEvent received(ChannelType type, String raw) {
    return new ReceivedEvent(
        new MerchantId("mer_1"), new ChannelId("the-shop"), type, "dlv_1", "e1", null, NOON, raw);
  }

  @ParameterizedTest
  @EnumSource
  void anEventOfNoKnownKindIsKeptAsUnknown(ChannelType type) {
    var event = Platforms.events(type).translate(received(type, "{\"n\":1}"));

    assertInstanceOf(Unknown.class, event.content());
    assertEquals(NOON, event.sentAt());
  }

  @ParameterizedTest
  @EnumSource
  void anEventKeepsItsId(ChannelType type) {
    String id = Platforms.events(type).eventId("{\"n\":1}");

    assertFalse(id.isBlank());
    assertEquals(id, Platforms.events(type).eventId("{\"n\":1}"));
  }

  @ParameterizedTest
  @EnumSource
  void cardsHaveAForm(ChannelType type) {
    var compiled = Platforms.cards(type).compile(Cards.many("hi", 10), "en");

    assertFalse(compiled.messages().isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void limitsAreThePlatformsOwn(ChannelType type) {
    assertEquals(type, Platforms.limits(type).type());
  }
}
