package dev.parley.platforms.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.linecorp.bot.jackson.ModelObjectMapper;
import com.linecorp.bot.webhook.model.AudioMessageContent;
import com.linecorp.bot.webhook.model.CallbackRequest;
import com.linecorp.bot.webhook.model.Event;
import com.linecorp.bot.webhook.model.FileMessageContent;
import com.linecorp.bot.webhook.model.GroupSource;
import com.linecorp.bot.webhook.model.ImageMessageContent;
import com.linecorp.bot.webhook.model.LocationMessageContent;
import com.linecorp.bot.webhook.model.MessageEvent;
import com.linecorp.bot.webhook.model.ReplyEvent;
import com.linecorp.bot.webhook.model.RoomSource;
import com.linecorp.bot.webhook.model.StickerMessageContent;
import com.linecorp.bot.webhook.model.TextMessageContent;
import com.linecorp.bot.webhook.model.UnsendEvent;
import com.linecorp.bot.webhook.model.UserSource;
import com.linecorp.bot.webhook.model.VideoMessageContent;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageContent.Location;
import dev.parley.domain.conversation.MessageContent.Media;
import dev.parley.domain.conversation.MessageContent.Sticker;
import dev.parley.domain.conversation.MessageContent.Text;
import dev.parley.domain.conversation.MessageContent.Unknown;
import dev.parley.domain.conversation.MessageKind;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.inbound.InboundEvent;
import dev.parley.domain.inbound.InboundEvent.Meaning;
import dev.parley.domain.inbound.InboundEvent.Source;
import dev.parley.domain.inbound.RawEvent;
import dev.parley.domain.inbound.ReceivedEvent;
import dev.parley.platforms.OfficialSamples;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** LINE's own models and our parser read the same of each webhook call. */
final class LineSdkWebhookTest {
  private static final ObjectMapper SDK = ModelObjectMapper.createNewObjectMapper();
  private static final int FEWEST_SAMPLES = 20;

  @Test
  void agreeOnOneCallWithEveryKindOfEvent() throws IOException {
    byte[] body = ownCall().getBytes(UTF_8);

    List<InboundEvent> read = agreeOn(body, "our own call");

    assertEquals(17, read.size());
    assertEquals(
        List.of(
            MessageKind.TEXT,
            MessageKind.TEXT,
            MessageKind.TEXT,
            MessageKind.IMAGE,
            MessageKind.IMAGE,
            MessageKind.VIDEO,
            MessageKind.AUDIO,
            MessageKind.FILE,
            MessageKind.STICKER,
            MessageKind.LOCATION),
        read.stream().limit(10).map(event -> MessageKind.of(event.content())).toList());
  }

  @Test
  void agreeOnEveryOfficialSample() throws IOException {
    List<Path> samples = OfficialSamples.in("line/webhook-fixtures-java");

    assertTrue(samples.size() >= FEWEST_SAMPLES, () -> samples.size() + " samples");
    for (Path file : samples) {
      agreeOn(OfficialSamples.bytes(file), file.getFileName().toString());
    }
  }

  private static List<InboundEvent> agreeOn(byte[] body, String name) throws IOException {
    List<Event> theirs = SDK.readValue(body, CallbackRequest.class).events();
    List<RawEvent> ours = LineWebhookBody.events(body).orElseThrow();
    assertEquals(theirs.size(), ours.size(), name);
    List<InboundEvent> read = ours.stream().map(LineSdkWebhookTest::translated).toList();
    for (int i = 0; i < ours.size(); i++) {
      String where = name + " event " + i;
      agreeOn(theirs.get(i), ours.get(i), read.get(i), where);
    }
    return read;
  }

  private static InboundEvent translated(RawEvent event) {
    return new LineEvents()
        .translate(
            new ReceivedEvent(
                new MerchantId("mer_1"),
                new ChannelId("line-shop"),
                ChannelType.LINE,
                "dlv_1",
                event.id(),
                event.sender(),
                Instant.EPOCH,
                event.json()));
  }

  private static void agreeOn(Event theirs, RawEvent raw, InboundEvent ours, String where) {
    if (theirs.webhookEventId() != null) {
      assertEquals(theirs.webhookEventId(), raw.id(), where);
    }
    assertEquals(theirs.timestamp(), (Long) ours.sentAt().toEpochMilli(), where);
    assertEquals(source(theirs), ours.source(), where);
    assertEquals(ours.source() == null ? null : ours.source().id(), raw.sender(), where);
    if (theirs instanceof ReplyEvent answerable) {
      assertEquals(answerable.replyToken(), ours.replyToken(), where);
    }
    if (theirs instanceof UnsendEvent unsend) {
      assertEquals(
          new Meaning.Withdrawn(unsend.unsend().messageId(), "unsend"), ours.meaning(), where);
    } else {
      assertFalse(ours.meaning() instanceof Meaning.Withdrawn, where);
    }
    if (theirs instanceof MessageEvent message) {
      assertEquals(message.message().id(), ours.platformMessageId(), where);
      agreeOn(message.message(), ours.content(), where);
    } else {
      assertNull(ours.platformMessageId(), where);
      assertInstanceOf(Unknown.class, ours.content(), where);
    }
  }

  private static @Nullable Source source(Event event) {
    return switch (event.source()) {
      case UserSource user -> new Source(Source.Kind.PERSON, user.userId());
      case GroupSource group -> new Source(Source.Kind.GROUP, group.groupId());
      case RoomSource room -> new Source(Source.Kind.ROOM, room.roomId());
      case null, default -> null;
    };
  }

  private static void agreeOn(
      com.linecorp.bot.webhook.model.MessageContent theirs, MessageContent ours, String where) {
    switch (theirs) {
      case TextMessageContent text -> assertEquals(new Text(text.text()), ours, where);
      case ImageMessageContent image -> assertMedia(MessageKind.IMAGE, ours, null, where);
      case VideoMessageContent video ->
          assertMedia(MessageKind.VIDEO, ours, video.duration(), where);
      case AudioMessageContent audio ->
          assertMedia(MessageKind.AUDIO, ours, audio.duration(), where);
      case FileMessageContent file -> {
        Media read = assertMedia(MessageKind.FILE, ours, null, where);
        assertEquals(file.fileName(), read.fileName(), where);
        assertEquals((Long) file.fileSize().longValue(), read.sizeBytes(), where);
      }
      case StickerMessageContent sticker -> {
        Sticker read = assertInstanceOf(Sticker.class, ours, where);
        assertEquals(sticker.packageId(), read.packageId(), where);
        assertEquals(sticker.stickerId(), read.stickerId(), where);
        assertEquals(sticker.text(), read.text(), where);
      }
      case LocationMessageContent place -> {
        Location read = assertInstanceOf(Location.class, ours, where);
        assertEquals(place.title(), read.title(), where);
        assertEquals(place.latitude(), (Double) Double.parseDouble(read.latitude()), where);
        assertEquals(place.longitude(), (Double) Double.parseDouble(read.longitude()), where);
      }
      default -> assertInstanceOf(Unknown.class, ours, where);
    }
  }

  private static Media assertMedia(
      MessageKind kind, MessageContent ours, @Nullable Long duration, String where) {
    Media media = assertInstanceOf(Media.class, ours, where);
    assertEquals(kind, MessageKind.of(media), where);
    assertEquals(duration, media.durationMillis(), where);
    return media;
  }

  private static String ownCall() {
    String user = "{\"type\":\"user\",\"userId\":\"U0123\"}";
    String group = "{\"type\":\"group\",\"groupId\":\"C0123\",\"userId\":\"U0123\"}";
    String room = "{\"type\":\"room\",\"roomId\":\"R0123\"}";
    String line = "\"contentProvider\":{\"type\":\"line\"}";
    String outside =
        "\"contentProvider\":{\"type\":\"external\",\"originalContentUrl\":\"https://x.example/o\","
            + "\"previewImageUrl\":\"https://x.example/p\"}";
    List<String> events =
        List.of(
            message(1, user, "\"type\":\"text\",\"text\":\"你好 สวัสดี 👋 \\\"q\\\" \\\\ \\u0001\""),
            message(2, group, "\"type\":\"text\",\"text\":\"\",\"quotedMessageId\":\"9\""),
            message(3, room, "\"type\":\"text\",\"text\":\"hi\",\"newField\":{\"a\":[1]}"),
            message(4, user, "\"type\":\"image\"," + line),
            message(5, user, "\"type\":\"image\"," + outside),
            message(6, user, "\"type\":\"video\",\"duration\":60000," + outside),
            message(7, user, "\"type\":\"audio\",\"duration\":1234," + line),
            message(8, user, "\"type\":\"file\",\"fileName\":\"價目 表.pdf\",\"fileSize\":2138"),
            message(
                9,
                user,
                "\"type\":\"sticker\",\"packageId\":\"446\",\"stickerId\":\"1988\","
                    + "\"stickerResourceType\":\"ANIMATION\",\"keywords\":[\"ok\",\"好\"]"),
            message(
                10,
                user,
                "\"type\":\"location\",\"title\":\"Shop\",\"address\":\"台北市\","
                    + "\"latitude\":25.0330000001,\"longitude\":-121.5654"),
            message(11, user, "\"type\":\"hologram\",\"depth\":3"),
            event(12, user, "follow", "\"replyToken\":\"t12\",\"follow\":{\"isUnblocked\":false}"),
            event(13, user, "unfollow", "\"x\":1"),
            event(14, group, "join", "\"replyToken\":\"t14\""),
            event(15, user, "postback", "\"replyToken\":\"t15\",\"postback\":{\"data\":\"a=1\"}"),
            event(16, group, "unsend", "\"unsend\":{\"messageId\":\"100001\"}"),
            event(17, user, "greatNewFeature", "\"replyToken\":\"t17\""));
    return "{\"destination\":\"U9\",\"events\":[" + String.join(",", events) + "]}";
  }

  private static String message(int number, String source, String fields) {
    return event(
        number,
        source,
        "message",
        "\"replyToken\":\"t%1$d\",\"message\":{\"id\":\"10000%1$d\",%2$s}"
            .formatted(number, fields));
  }

  private static String event(int number, String source, String type, String fields) {
    return ("{\"type\":\"%s\",\"mode\":\"active\",\"timestamp\":%d,\"source\":%s,"
            + "\"webhookEventId\":\"01EVENT%d\",\"deliveryContext\":{\"isRedelivery\":false},%s}")
        .formatted(type, 1_700_000_000_000L + number, source, number, fields);
  }
}
