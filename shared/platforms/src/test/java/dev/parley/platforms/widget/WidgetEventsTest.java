package dev.parley.platforms.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.conversation.MessageContent.Text;
import dev.parley.domain.conversation.MessageContent.Unknown;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.inbound.InboundEvent;
import dev.parley.domain.inbound.InboundEvent.Meaning;
import dev.parley.domain.inbound.InboundEvent.Source;
import dev.parley.domain.inbound.RawEvent;
import dev.parley.domain.inbound.ReceivedEvent;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WidgetEventsTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(60);

  private final WidgetEvents events = new WidgetEvents();

  private InboundEvent translate(String raw) {
    return events.translate(
        new ReceivedEvent(
            new MerchantId("mer_1"),
            new ChannelId("site-shop"),
            ChannelType.WIDGET,
            "dlv_1",
            "wgm_1",
            "vis_1",
            LATER,
            raw));
  }

  @Test
  void readsWhatTheFunctionQueued() {
    RawEvent raw = new VisitorMessage("wgm_1", "vis_1", NOON, "你好 \"<b>\"").event();

    InboundEvent event = translate(raw.json());

    assertEquals("wgm_1", raw.id());
    assertEquals("vis_1", raw.sender());
    assertEquals(
        new InboundEvent(
            NOON,
            new Source(Source.Kind.PERSON, "vis_1"),
            null,
            new Meaning.Said("wgm_1", new Text("你好 \"<b>\""))),
        event);
    assertEquals("wgm_1", events.eventId(raw.json()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"type\":\"typing\",\"visitor\":\"vis_1\"}", "{}", "[]", "x"})
  void keepsWhatItDoesNotKnow(String raw) {
    InboundEvent event = translate(raw);

    assertInstanceOf(Unknown.class, event.content());
    assertEquals(LATER, event.sentAt());
    assertEquals(64, events.eventId(raw).length());
  }

  @Test
  void aMessageWithoutWhatItNeedsIsUnknownAndOfNobody() {
    InboundEvent event = translate("{\"type\":\"message\",\"sentAt\":\"noon\"}");

    assertEquals(new Unknown("message"), event.content());
    assertEquals(LATER, event.sentAt());
    assertNull(event.source());
  }
}
