package dev.parley.platforms.meta;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.conversation.AdReferral;
import dev.parley.domain.conversation.Echo;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageContent.Attachments;
import dev.parley.domain.conversation.MessageContent.Location;
import dev.parley.domain.conversation.MessageContent.Media;
import dev.parley.domain.conversation.MessageContent.MediaKind;
import dev.parley.domain.conversation.MessageContent.Text;
import dev.parley.domain.conversation.MessageContent.Unknown;
import dev.parley.domain.conversation.Progress;
import dev.parley.domain.conversation.Receipt;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.inbound.InboundEvent;
import dev.parley.domain.inbound.InboundEvent.Meaning;
import dev.parley.domain.inbound.InboundEvent.Source;
import dev.parley.domain.inbound.RawEvent;
import dev.parley.json.MalformedJson;
import dev.parley.platforms.OfficialSamples;
import dev.parley.platforms.Received;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MessagingEventsTest {
  private static final Instant AT = Instant.ofEpochMilli(1764000000123L);
  private static final int FEWEST_SAMPLES = 40;

  private static List<AccountEvent> split(String body) {
    try {
      return MessagingBody.events(body.getBytes(UTF_8)).orElseThrow();
    } catch (MalformedJson e) {
      throw new IllegalArgumentException(body, e);
    }
  }

  private static InboundEvent read(RawEvent event) {
    return new MessagingEvents(false).translate(Received.of(ChannelType.MESSENGER, event));
  }

  /** Returns the one event of a call whose item has these fields. */
  private static InboundEvent event(String fields) {
    List<AccountEvent> events =
        split(
            "{\"object\":\"page\",\"entry\":[{\"id\":\"P1\",\"time\":1,\"messaging\":[{"
                + "\"sender\":{\"id\":\"C1\"},\"recipient\":{\"id\":\"P1\"},"
                + "\"timestamp\":1764000000123,"
                + fields
                + "}]}]}");
    assertEquals(1, events.size());
    return read(events.getFirst().event());
  }

  private static InboundEvent message(String fields) {
    return event("\"message\":{\"mid\":\"m1\"," + fields + "}");
  }

  private static MessageContent attached(String attachment) {
    return message("\"attachments\":[" + attachment + "]").content();
  }

  @Test
  void readsATextWithItsTimeAndPerson() {
    assertEquals(
        new InboundEvent(
            AT,
            new Source(Source.Kind.PERSON, "C1"),
            null,
            new Meaning.Said("m1", new Text("你好 สวัสดี"))),
        message("\"text\":\"你好 สวัสดี\""));
  }

  @Test
  void readsWhatIsAttached() {
    String image = "{\"type\":\"image\",\"payload\":{\"url\":\"https://x.example/i\"}}";
    String film = "{\"type\":\"video\",\"payload\":{\"url\":\"https://x.example/v\"}}";
    Media picture = new Media(MediaKind.IMAGE, null, "https://x.example/i", null, null, null);
    Media video = new Media(MediaKind.VIDEO, null, "https://x.example/v", null, null, null);

    assertEquals(picture, attached(image));
    assertEquals(new Attachments(null, List.of(picture, video)), attached(image + "," + film));
    assertEquals(
        new Attachments("look", List.of(picture)),
        message("\"text\":\"look\",\"attachments\":[" + image + "]").content());
    assertEquals(
        new Location(null, null, "12.34", "43.21"),
        attached(
            "{\"type\":\"location\",\"payload\":{\"coordinates\":{\"lat\":12.34,\"long\":43.21}}}"));
    assertEquals(new Unknown("fallback"), attached("{\"type\":\"fallback\",\"payload\":\"B\"}"));
    assertEquals(new Unknown("image"), attached("{\"type\":\"image\",\"payload\":{}}"));
  }

  @ParameterizedTest
  @CsvSource({
    "story_mention, IMAGE",
    "share, IMAGE",
    "ig_reel, VIDEO",
    "audio, AUDIO",
    "file, FILE"
  })
  void showsWhatInstagramAttaches(String type, MediaKind kind) {
    assertEquals(
        new Media(kind, null, "https://x.example/s", null, null, null),
        attached("{\"type\":\"" + type + "\",\"payload\":{\"url\":\"https://x.example/s\"}}"));
  }

  @Test
  void aReplyToAStoryIsWhatItSays() {
    InboundEvent read =
        message(
            "\"text\":\"nice\",\"reply_to\":{\"story\":{\"id\":\"9\",\"url\":\"https://x.example\"}}");

    assertEquals(new Meaning.Said("m1", new Text("nice")), read.meaning());
  }

  @Test
  void aDeletedMessageIsWithdrawnByAnEventOfItsOwn() {
    InboundEvent read = message("\"is_deleted\":true");
    RawEvent said = raw("{\"message\":{\"mid\":\"m1\",\"text\":\"a\"}}");
    RawEvent deleted = raw("{\"message\":{\"mid\":\"m1\",\"is_deleted\":true}}");

    assertEquals(new Meaning.Withdrawn("m1", "unsend"), read.meaning());
    assertEquals("m1", said.id());
    assertNotEquals(said.id(), deleted.id());
  }

  private static RawEvent raw(String item) {
    return split("{\"entry\":[{\"messaging\":[" + item + "]}]}").getFirst().event();
  }

  @Test
  void anEchoOfOursProvesThatItIsSent() {
    InboundEvent read =
        event(
            "\"message\":{\"mid\":\"m1\",\"text\":\"a\",\"is_echo\":true,\"app_id\":1,"
                + "\"metadata\":\"cnv_1/msg_2\"}");

    assertEquals(
        new Meaning.Progressed(
            new Receipt.Of(
                new ConversationId("cnv_1"), new MessageId("msg_2"), Progress.SENT, AT, "m1", null),
            "echo"),
        read.meaning());
  }

  @Test
  void anEchoOfAPartOfOursProvesNothingAndShowsNothing() {
    InboundEvent read =
        event(
            "\"message\":{\"mid\":\"m1\",\"text\":\"a\",\"is_echo\":true,"
                + "\"metadata\":\"cnv_1/msg_2/0\"}");

    assertNull(read.source());
  }

  @Test
  void whatStandsBesideAMessageIsNotItsKind() {
    InboundEvent read =
        event("\"prior_message\":{\"source\":\"x\"},\"message\":{\"mid\":\"m1\",\"text\":\"a\"}");

    assertEquals(new Meaning.Said("m1", new Text("a")), read.meaning());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",\"metadata\":\"others\"", ",\"metadata\":\"cnv_1/msg_2 \""})
  void anEchoOfAnothersIsShownWithThePersonWhoGotIt(String metadata) {
    InboundEvent read =
        event("\"message\":{\"mid\":\"m1\",\"text\":\"a\",\"is_echo\":true" + metadata + "}");

    assertEquals(new Meaning.Echoed(new Echo("m1", new Text("a"), false)), read.meaning());
    assertEquals(new Source(Source.Kind.PERSON, "P1"), read.source());
  }

  @Test
  void aWatermarkCoversAllThatWasSentBefore() {
    assertEquals(
        upTo(1764000000000L, Progress.READ),
        event("\"read\":{\"watermark\":1764000000000}").meaning());
    assertEquals(
        upTo(1764000000000L, Progress.DELIVERED),
        event("\"delivery\":{\"mids\":[\"m0\"],\"watermark\":1764000000000}").meaning());
    assertEquals(
        upTo(AT.toEpochMilli(), Progress.READ), event("\"read\":{\"mid\":\"m0\"}").meaning());
  }

  private static Meaning upTo(long millis, Progress progress) {
    return new Meaning.Progressed(
        new Receipt.UpTo(Instant.ofEpochMilli(millis), progress),
        progress == Progress.READ ? "read" : "delivery");
  }

  @Test
  void aTappedButtonSaysItsTitle() {
    assertEquals(
        new Meaning.Said("m2", new Text("Ask")),
        event("\"postback\":{\"mid\":\"m2\",\"title\":\"Ask\",\"payload\":\"P\"}").meaning());
    assertEquals(
        new Meaning.Said(null, new Unknown("postback")),
        event("\"postback\":{\"payload\":\"P\",\"title\":\"\"}").meaning());
  }

  @ParameterizedTest
  @ValueSource(strings = {"reaction", "referral", "optin", "message_edit"})
  void whatAPersonDoesCountsAsBeingInTouch(String type) {
    assertEquals(new Meaning.Acted(type), event("\"" + type + "\":{\"x\":1}").meaning());
  }

  @Test
  void keepsWhatLedThePersonHere() {
    assertEquals(
        new AdReferral("77", "spring", null),
        event("\"referral\":{\"ref\":\"spring\",\"ad_id\":77,\"source\":\"ADS\"}").referral());
    assertEquals(
        new AdReferral(null, "m", null),
        event("\"postback\":{\"payload\":\"x\",\"referral\":{\"ref\":\"m\"}}").referral());
    assertEquals(
        new AdReferral("7", null, null),
        message("\"text\":\"a\",\"referral\":{\"ad_id\":\"7\"}").referral());
    assertNull(message("\"text\":\"a\"").referral());
  }

  @Test
  void keepsAKindItDoesNotKnowUnderItsName() {
    assertEquals(
        new Meaning.Other("pass_thread_control"),
        event("\"pass_thread_control\":{\"new_owner_app_id\":1}").meaning());
    assertEquals(
        new Meaning.Said("m1", new Unknown("message")), message("\"hologram\":1").meaning());
    assertEquals(
        new Meaning.Said("m1", new Unknown("unsupported")),
        message("\"is_unsupported\":true").meaning());
  }

  @ParameterizedTest
  @CsvSource({"1527459824, 1527459824000", "1764000000123, 1764000000123"})
  void readsTimesAsTextAndAsSeconds(String time, long millis) {
    RawEvent event =
        raw(
            "{\"sender\":{\"id\":12334},\"timestamp\":\""
                + time
                + "\",\"message\":{\"mid\":\"r\"}}");

    assertEquals(Instant.ofEpochMilli(millis), read(event).sentAt());
    assertEquals("12334", event.sender());
  }

  @Test
  void whatHasNoTimeOfItsOwnHasThatOfItsEntry() {
    RawEvent event =
        split(
                "{\"entry\":[{\"id\":\"1\",\"time\":1764000000123,\"messaging\":["
                    + " {\"sender\":{\"id\":\"C1\"},\"x\":1}]}]}")
            .getFirst()
            .event();

    assertEquals("{\"time\":1764000000123,\"sender\":{\"id\":\"C1\"},\"x\":1}", event.json());
    assertEquals(AT, read(event).sentAt());
    assertEquals(new Meaning.Other("x"), read(event).meaning());
  }

  @Test
  void eachEventKnowsItsAccountAndNoneIsLost() {
    List<AccountEvent> events =
        split(
            "{\"entry\":[{\"id\":1,\"messaging\":[{\"read\":{}},7,\"x\",null]},"
                + "{\"id\":\"2\",\"standby\":[{\"message\":{\"mid\":\"s\"}}],"
                + "\"changes\":[{\"field\":\"feed\",\"value\":{\"a\":1}}]},"
                + "{\"id\":\"3\",\"messaging\":{}},{\"id\":\"4\"},5]}");

    assertEquals(
        List.of("1", "1", "1", "1", "2", "2", "3", "4", "-"),
        events.stream().map(e -> e.accountId() == null ? "-" : e.accountId()).toList());
    assertEquals(
        List.of("{\"read\":{}}", "7", "\"x\"", "null"),
        events.stream().limit(4).map(e -> e.event().json()).toList());
    assertEquals(new Meaning.Other("feed"), read(events.get(5).event()).meaning());
  }

  @Test
  void takesEveryOfficialSample() throws MalformedJson {
    List<Path> samples =
        OfficialSamples.in("meta/restfb-messenger").stream()
            .filter(file -> !file.getFileName().toString().startsWith("send-"))
            .toList();

    assertTrue(samples.size() >= FEWEST_SAMPLES, () -> samples.size() + " samples");
    for (Path file : samples) {
      var events = MessagingBody.events(OfficialSamples.bytes(file));
      assertTrue(events.isPresent() && !events.get().isEmpty(), file.toString());
      events.get().forEach(event -> assertKnown(file, read(event.event())));
    }
  }

  /** What a sample is called says what it is. */
  private static void assertKnown(Path file, InboundEvent read) {
    String name = file.getFileName().toString();
    if (name.contains("-message-nlp") || name.contains("message-basic.json")) {
      assertInstanceOf(Text.class, read.content(), name);
    }
    if (name.contains("isdeleted")) {
      assertInstanceOf(Meaning.Withdrawn.class, read.meaning(), name);
    }
    if (name.contains("delivery") || name.contains("messaging-read")) {
      assertInstanceOf(Meaning.Progressed.class, read.meaning(), name);
    }
    if (name.contains("reaction")) {
      assertInstanceOf(Meaning.Acted.class, read.meaning(), name);
    }
    if (name.contains("echo")) {
      assertInstanceOf(Meaning.Echoed.class, read.meaning(), name);
    }
  }
}
