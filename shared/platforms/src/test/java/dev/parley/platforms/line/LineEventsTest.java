package dev.parley.platforms.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageContent.Location;
import dev.parley.domain.conversation.MessageContent.Media;
import dev.parley.domain.conversation.MessageContent.MediaKind;
import dev.parley.domain.conversation.MessageContent.Sticker;
import dev.parley.domain.conversation.MessageContent.Text;
import dev.parley.domain.conversation.MessageContent.Unknown;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.inbound.InboundEvent;
import dev.parley.domain.inbound.InboundEvent.Meaning;
import dev.parley.domain.inbound.InboundEvent.Source;
import dev.parley.domain.inbound.RawEvent;
import dev.parley.domain.inbound.ReceivedEvent;
import dev.parley.json.Json;
import dev.parley.json.JsonObject;
import dev.parley.json.MalformedJson;
import dev.parley.platforms.OfficialSamples;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LineEventsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Set<String> KNOWN_MESSAGES =
      Set.of("text", "image", "video", "audio", "file", "sticker", "location");

  private static InboundEvent event(String raw) {
    return new LineEvents()
        .translate(
            new ReceivedEvent(
                new MerchantId("mer_1"),
                new ChannelId("line-shop"),
                ChannelType.LINE,
                "dlv_1",
                "e1",
                null,
                NOW,
                raw));
  }

  private static MessageContent message(String message) {
    return event(
            "{\"type\":\"message\",\"timestamp\":1,\"source\":{\"type\":\"user\",\"userId\":\"U1\"},"
                + "\"message\":"
                + message
                + "}")
        .content();
  }

  @Test
  void readsATextWithItsTimeTokenAndSource() {
    InboundEvent read =
        event(
            "{\"replyToken\":\"r\",\"type\":\"message\",\"timestamp\":1462629479859,\"source\":"
                + "{\"type\":\"group\",\"groupId\":\"C1\",\"userId\":\"U1\"},"
                + "\"message\":{\"id\":\"44\",\"type\":\"text\",\"text\":\"你好 สวัสดี\"}}");

    assertEquals(
        new InboundEvent(
            Instant.ofEpochMilli(1462629479859L),
            new Source(Source.Kind.GROUP, "C1"),
            "r",
            new Meaning.Said("44", new Text("你好 สวัสดี"))),
        read);
  }

  @Test
  void readsEveryKindOfMessage() {
    assertEquals(
        new Media(MediaKind.IMAGE, "1", null, null, null, null),
        message("{\"id\":\"1\",\"type\":\"image\",\"contentProvider\":{\"type\":\"line\"}}"));
    assertEquals(
        new Media(MediaKind.VIDEO, null, "https://x.example/v", null, null, 60000L),
        message(
            "{\"id\":\"1\",\"type\":\"video\",\"duration\":60000,\"contentProvider\":"
                + "{\"type\":\"external\",\"originalContentUrl\":\"https://x.example/v\"}}"));
    assertEquals(
        new Media(MediaKind.FILE, "1", null, "a.pdf", 2138L, null),
        message("{\"id\":\"1\",\"type\":\"file\",\"fileName\":\"a.pdf\",\"fileSize\":2138}"));
    assertEquals(
        new Sticker("12287", "738839", List.of("Sparkle"), null),
        message(
            "{\"id\":\"1\",\"type\":\"sticker\",\"packageId\":\"12287\",\"stickerId\":\"738839\","
                + "\"keywords\":[\"Sparkle\"]}"));
    assertEquals(
        new Location("Shop", "Taipei", "25.0330", "121.5654"),
        message(
            "{\"id\":\"1\",\"type\":\"location\",\"title\":\"Shop\",\"address\":\"Taipei\","
                + "\"latitude\":25.0330,\"longitude\":121.5654}"));
  }

  @Test
  void keepsAKindItDoesNotKnowUnderItsName() {
    assertEquals(new Unknown("hologram"), message("{\"id\":\"1\",\"type\":\"hologram\"}"));
    assertEquals(new Unknown("sticker"), message("{\"id\":\"1\",\"type\":\"sticker\"}"));
    assertTrue(event("{\"type\":\"postback\",\"postback\":{\"data\":\"x\"}}").speaks());
    assertFalse(event("{\"type\":\"greatNewFeature\"}").speaks());
  }

  @Test
  void saysWhichMessageIsWithdrawn() {
    assertEquals(
        new Meaning.Withdrawn("325708", "unsend"),
        event("{\"type\":\"unsend\",\"unsend\":{\"messageId\":\"325708\"}}").meaning());
    assertEquals(
        new Meaning.Other("unsend"), event("{\"type\":\"unsend\",\"unsend\":{}}").meaning());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12",
        "\"x\"",
        "[]",
        "{}",
        "{\"type\":7,\"timestamp\":\"x\",\"source\":[]}",
        "{\"timestamp\":99999999999999999999}"
      })
  void survivesWhatIsNoEvent(String raw) {
    InboundEvent read = event(raw);

    assertEquals(new Unknown("unknown"), read.content());
    assertEquals(NOW, read.sentAt());
    assertNull(read.source());
  }

  @Test
  void anEventWithoutIdIsKnownByWhatStaysTheSameWhenItComesAgain() throws MalformedJson {
    String body =
        "{\"events\":[{\"type\":\"follow\",\"deliveryContext\":{\"isRedelivery\":%s}},{\"type\":\"x\"}]}";

    List<RawEvent> first = events(body.formatted("false"));
    List<RawEvent> again = events(body.formatted("true"));

    assertEquals(first.getFirst().id(), again.getFirst().id());
    assertNotEquals(first.getFirst().id(), first.getLast().id());
  }

  private static List<RawEvent> events(String body) throws MalformedJson {
    return LineWebhookBody.events(body.getBytes(UTF_8)).orElseThrow();
  }

  @Test
  void takesLinesEmptyCheckAndRefusesABodyWithoutEvents() throws MalformedJson {
    assertEquals(List.of(), events("{\"destination\":\"U\",\"events\":[]}"));
    assertEquals(Optional.empty(), LineWebhookBody.events("{\"events\":1}".getBytes(UTF_8)));
  }

  @Test
  void readsEveryOfficialSampleAndLosesNothing() throws MalformedJson {
    for (Path file : OfficialSamples.in("line/webhook-fixtures-java")) {
      byte[] body = OfficialSamples.bytes(file);
      List<JsonObject> wire = Json.readObject(body).objects("events");
      List<RawEvent> events = LineWebhookBody.events(body).orElseThrow();
      assertEquals(wire.size(), events.size(), file.toString());
      for (int i = 0; i < wire.size(); i++) {
        InboundEvent read = event(events.get(i).json());
        assertEquals(wire.get(i), Json.read(events.get(i).json()), file.toString());
        assertEquals(wire.get(i).longValue("timestamp"), (Long) read.sentAt().toEpochMilli());
        assertKind(wire.get(i), read, file);
      }
    }
  }

  private static void assertKind(JsonObject wire, InboundEvent read, Path file) {
    String type = wire.requiredText("type");
    String kind = wire.object("message").text("type", "");
    if (type.equals("message") && KNOWN_MESSAGES.contains(kind)) {
      assertFalse(read.content() instanceof Unknown, file.toString());
    } else {
      Unknown unknown = assertInstanceOf(Unknown.class, read.content(), file.toString());
      assertEquals(type.equals("message") ? kind : type, unknown.rawType());
    }
  }
}
