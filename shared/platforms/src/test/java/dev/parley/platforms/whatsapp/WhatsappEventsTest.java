package dev.parley.platforms.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.conversation.AdReferral;
import dev.parley.domain.conversation.Echo;
import dev.parley.domain.conversation.Message.Failure;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageContent.Attachments;
import dev.parley.domain.conversation.MessageContent.Basket;
import dev.parley.domain.conversation.MessageContent.BasketItem;
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
import dev.parley.domain.inbound.Profile;
import dev.parley.domain.inbound.RawEvent;
import dev.parley.json.JsonWriter;
import dev.parley.json.MalformedJson;
import dev.parley.platforms.OfficialSamples;
import dev.parley.platforms.Received;
import dev.parley.platforms.meta.AccountEvent;
import dev.parley.platforms.meta.MetaJson;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WhatsappEventsTest {
  private static final String PHONE = "886912345678";
  private static final String USER = "TW.1349120865";
  private static final Instant AT = Instant.ofEpochSecond(1764000000);
  private static final int FEWEST_SAMPLES = 25;

  private static List<AccountEvent> split(String body) {
    try {
      return WhatsappBody.events(body.getBytes(UTF_8)).orElseThrow();
    } catch (MalformedJson e) {
      throw new IllegalArgumentException(body, e);
    }
  }

  private static InboundEvent read(RawEvent event) {
    return new WhatsappEvents().translate(Received.of(ChannelType.WHATSAPP, event));
  }

  private static String call(String value) {
    return "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"W\",\"changes\":["
        + "{\"value\":{\"messaging_product\":\"whatsapp\",\"metadata\":"
        + "{\"display_phone_number\":\"1\",\"phone_number_id\":\"N1\"},"
        + value
        + "},\"field\":\"messages\"}]}]}";
  }

  private static InboundEvent one(String value) {
    List<AccountEvent> events = split(call(value));
    assertEquals(1, events.size());
    assertEquals("N1", events.getFirst().accountId());
    return read(events.getFirst().event());
  }

  private static InboundEvent message(String fields) {
    return one(
        "\"contacts\":[{\"profile\":{\"name\":\"小明\"},\"wa_id\":\""
            + PHONE
            + "\"}],\"messages\":[{\"from\":\""
            + PHONE
            + "\",\"id\":\"wamid.1\",\"timestamp\":\"1764000000\","
            + fields
            + "}]");
  }

  private static MessageContent content(String type, String body) {
    return message("\"type\":\"" + type + "\",\"" + type + "\":" + body).content();
  }

  private static Source person(String id, String... others) {
    return new Source(Source.Kind.PERSON, id, List.of(others));
  }

  @Test
  void readsATextWithItsTimePersonAndName() {
    assertEquals(
        new InboundEvent(
            AT,
            person(PHONE),
            null,
            new Meaning.Said("wamid.1", new Text("有烏龍茶嗎？")),
            new Profile("小明", null),
            null),
        message("\"type\":\"text\",\"text\":{\"body\":\"有烏龍茶嗎？\"}"));
  }

  @Test
  void readsEveryKindOfMessage() {
    assertEquals(
        new Media(MediaKind.IMAGE, "7", null, null, null, null),
        content("image", "{\"id\":\"7\"}"));
    assertEquals(
        new Attachments("look", List.of(new Media(MediaKind.VIDEO, "7", null, null, null, null))),
        content("video", "{\"id\":\"7\",\"caption\":\"look\"}"));
    assertEquals(
        new Media(MediaKind.FILE, "7", null, "a.pdf", null, null),
        content("document", "{\"id\":\"7\",\"filename\":\"a.pdf\"}"));
    assertEquals(
        new Media(MediaKind.AUDIO, "7", null, null, null, null), content("audio", "{\"id\":7}"));
    assertEquals(
        new Location("Shop", "Taipei", "25.0330", "121.5654"),
        content(
            "location",
            "{\"latitude\":25.0330,\"longitude\":121.5654,\"name\":\"Shop\",\"address\":\"Taipei\"}"));
    assertEquals(new Text("Yes"), content("button", "{\"text\":\"Yes\",\"payload\":\"P\"}"));
    assertEquals(
        new Text("Large"),
        content("interactive", "{\"type\":\"list_reply\",\"list_reply\":{\"title\":\"Large\"}}"));
    assertEquals(new Unknown("interactive"), content("interactive", "{\"type\":\"nfm_reply\"}"));
    assertEquals(new Unknown("contacts"), content("contacts", "[]"));
    assertEquals(new Unknown("hologram"), content("hologram", "{}"));
    assertEquals(new Unknown("image"), content("image", "{}"));
  }

  @Test
  void anOrderIsKeptAsABasket() {
    assertEquals(
        new Basket(
            "9",
            "please",
            List.of(
                new BasketItem("sku-1", 2, "1290.5", "TWD"),
                new BasketItem("sku-2", 1, "80", "TWD"))),
        content(
            "order",
            "{\"catalog_id\":\"9\",\"text\":\"please\",\"product_items\":["
                + "{\"product_retailer_id\":\"sku-1\",\"quantity\":2,\"item_price\":1290.5,"
                + "\"currency\":\"TWD\"},{\"product_retailer_id\":\"sku-2\",\"quantity\":\"1\","
                + "\"item_price\":\"80\",\"currency\":\"TWD\"}]}"));
    assertEquals(
        new Unknown("order"),
        content("order", "{\"product_items\":[{\"product_retailer_id\":\"a\",\"quantity\":1.5}]}"));
  }

  @Test
  void whatAPersonDoesCountsAsBeingInTouch() {
    assertEquals(
        new Meaning.Acted("reaction"),
        message("\"type\":\"reaction\",\"reaction\":{\"emoji\":\"x\"}").meaning());
  }

  @Test
  void aRevokedMessageIsWithdrawn() {
    assertEquals(
        new Meaning.Withdrawn("wamid.0", "revoke"),
        message("\"type\":\"revoke\",\"revoke\":{\"original_message_id\":\"wamid.0\"}").meaning());
  }

  @Test
  void keepsWhatLedThePersonHere() {
    String referral =
        "\"referral\":{\"source_url\":\"https://fb.me/x\",\"source_id\":\"55\",\"source_type\":\"%s\"}";
    String text = "\"type\":\"text\",\"text\":{\"body\":\"a\"},";

    assertEquals(
        new AdReferral("55", null, "https://fb.me/x"),
        message(text + referral.formatted("ad")).referral());
    assertEquals(
        new AdReferral(null, null, "https://fb.me/x"),
        message(text + referral.formatted("post")).referral());
  }

  @Test
  void aPersonMayBeCalledByAPhoneOrAUserIdOrBoth() {
    String text = "\"id\":\"wamid.1\",\"type\":\"text\",\"text\":{\"body\":\"a\"}";
    String contact = "\"contacts\":[{\"profile\":{\"name\":\"A\"},%s\"user_id\":\"%s\"}],";

    assertEquals(
        person(USER),
        one(contact.formatted("", USER)
                + "\"messages\":[{\"from_user_id\":\""
                + USER
                + "\","
                + text
                + "}]")
            .source());
    assertEquals(
        person(PHONE, USER),
        one(contact.formatted("\"wa_id\":\"" + PHONE + "\",", USER)
                + "\"messages\":[{\"from\":\""
                + PHONE
                + "\","
                + text
                + "}]")
            .source());
  }

  @Test
  void aChangedNumberAndAChangedUserIdNameBoth() {
    assertEquals(
        person("886987654321", PHONE),
        message(
                "\"type\":\"system\",\"system\":{\"wa_id\":\"886987654321\",\"type\":\"user_changed_number\"}")
            .source());
    assertEquals(
        person(PHONE, "TW.2", "TW.1"),
        one("\"user_id_update\":[{\"wa_id\":\""
                + PHONE
                + "\",\"user_id\":{\"previous\":\"TW.1\",\"current\":\"TW.2\"}}]")
            .source());
  }

  @Test
  void aGroupIsItsOwnConversationAndHasNoPersonsName() {
    InboundEvent read =
        message("\"group_id\":\"12@g.us\",\"type\":\"text\",\"text\":{\"body\":\"a\"}");

    assertEquals(new Source(Source.Kind.GROUP, "12@g.us"), read.source());
    assertNull(read.profile());
  }

  @ParameterizedTest
  @CsvSource({"sent, SENT", "delivered, DELIVERED", "read, READ", "played, READ"})
  void aStatusMovesTheMessageThatItNames(String status, Progress progress) {
    assertEquals(of(progress, null), status(status, ""));
  }

  private static Meaning of(Progress progress, @Nullable Failure failure) {
    return new Meaning.Progressed(
        new Receipt.Of(
            new ConversationId("cnv_1"), new MessageId("msg_2"), progress, AT, "wamid.9", failure),
        "status");
  }

  private static Meaning status(String status, String more) {
    return one("\"statuses\":[{\"id\":\"wamid.9\",\"status\":\""
            + status
            + "\",\"timestamp\":\"1764000000\",\"recipient_id\":\""
            + PHONE
            + "\",\"biz_opaque_callback_data\":\"cnv_1/msg_2\""
            + more
            + "}]")
        .meaning();
  }

  @Test
  void aFailureSaysWhyAndWhatIsLeft() {
    assertEquals(
        of(Progress.FAILED, Failure.of("rejected", "(#131026) Undeliverable (No account.)")),
        status(
            "failed",
            ",\"errors\":[{\"code\":131026,\"title\":\"Undeliverable\","
                + "\"error_data\":{\"details\":\"No account.\"}}]"));
    assertEquals(
        of(
            Progress.FAILED,
            new Failure("replyWindowClosed", "(#131047) Re-engage", List.of("template"))),
        status("failed", ",\"errors\":[{\"code\":131047,\"title\":\"Re-engage\"}]"));
  }

  @Test
  void theStatusesOfAMessageAreEventsOfTheirOwn() {
    List<AccountEvent> events =
        split(
            call(
                "\"statuses\":[{\"id\":\"w\",\"status\":\"sent\",\"recipient_id\":\"1\"},"
                    + "{\"id\":\"w\",\"status\":\"read\",\"recipient_id\":\"1\"}]"));

    assertNotEquals(events.getFirst().event().id(), events.getLast().event().id());
    assertEquals("1", events.getFirst().event().sender());
    assertEquals(new Meaning.Other("status"), read(events.getFirst().event()).meaning());
    assertNull(read(events.getFirst().event()).source());
  }

  @Test
  void whatTheShopSaysByPhoneIsShown() {
    InboundEvent read =
        one(
            "\"message_echoes\":[{\"from\":\"1\",\"to\":\""
                + PHONE
                + "\",\"id\":\"wamid.3\",\"timestamp\":\"1764000000\",\"type\":\"text\","
                + "\"text\":{\"body\":\"hi\"}}]");

    assertEquals(new Meaning.Echoed(new Echo("wamid.3", new Text("hi"), false)), read.meaning());
  }

  @Test
  void ofManyContactsEachEventCarriesItsOwn() {
    List<AccountEvent> events =
        split(
            call(
                "\"contacts\":[{\"profile\":{\"name\":\"A\"},\"wa_id\":\"1\"},"
                    + "{\"profile\":{\"name\":\"B\"},\"wa_id\":\"2\"}],\"messages\":["
                    + "{\"from\":\"2\",\"id\":\"b\",\"type\":\"text\",\"text\":{\"body\":\"b\"}},"
                    + "{\"from\":\"1\",\"id\":\"a\",\"type\":\"text\",\"text\":{\"body\":\"a\"}},"
                    + "{\"from\":\"3\",\"id\":\"c\",\"type\":\"text\",\"text\":{\"body\":\"c\"}}]"));

    assertEquals(new Profile("B", null), read(events.get(0).event()).profile());
    assertEquals(new Profile("A", null), read(events.get(1).event()).profile());
    assertNull(read(events.get(2).event()).profile());
  }

  @Test
  void aContactThatIsAnothersIsNotTakenForTheSenders() {
    InboundEvent read =
        one(
            "\"contacts\":[{\"profile\":{\"name\":\"A\"},\"wa_id\":\"1\",\"user_id\":\"TW.1\"}],"
                + "\"messages\":[{\"from\":\"2\",\"id\":\"b\",\"type\":\"text\",\"text\":{\"body\":\"b\"}}]");

    assertEquals(person("2"), read.source());
    assertNull(read.profile());
  }

  @Test
  void aNumberThatWouldFillTheMemoryIsNone() {
    assertEquals(
        new Unknown("location"), content("location", "{\"latitude\":1e999999999,\"longitude\":1}"));
    assertEquals(1, split("{\"entry\":[{\"id\":1e999999999}]}").size());
  }

  @Test
  void numbersAndTextsStayAsTheyCame() {
    String item =
        "{\"id\":\"n\",\"big\":12345678901234567890.10,\"t\":\"\\u4f60\\/\",  \"from\":\"1\"}";

    String json = split(call("\"messages\":[" + item + "]")).getFirst().event().json();

    assertTrue(json.contains(item), json);
  }

  @Test
  void whatIsNoMessageIsKeptWhole() {
    List<AccountEvent> events =
        split(
            "{\"entry\":[{\"changes\":[{\"field\":\"account_update\",\"value\":{\"event\":\"X\"}}]},"
                + "{\"id\":\"2\"},7]}");

    assertEquals(3, events.size());
    assertEquals(new Meaning.Other("account_update"), read(events.getFirst().event()).meaning());
    assertNull(read(events.getFirst().event()).source());
    assertTrue(events.getFirst().event().json().contains("{\"event\":\"X\"}"));
  }

  @Test
  void takesEveryOfficialSample() throws MalformedJson {
    List<Path> samples =
        OfficialSamples.in("whatsapp/restfb").stream()
            .filter(file -> file.getFileName().toString().startsWith("webhook-"))
            .toList();

    assertTrue(samples.size() >= FEWEST_SAMPLES, () -> samples.size() + " samples");
    for (Path file : samples) {
      List<AccountEvent> events = WhatsappBody.events(OfficialSamples.bytes(file)).orElseThrow();
      assertTrue(!events.isEmpty(), file.toString());
      events.forEach(event -> read(event.event()));
    }
  }

  @Test
  void takesEveryPublishedExample() {
    var examples =
        MetaJson.object(
                new String(
                    OfficialSamples.bytes(OfficialSamples.at("whatsapp/openapi-examples.json")),
                    UTF_8))
            .object("webhooks");

    assertTrue(examples.fields().size() >= 15);
    for (String name : examples.fields().keySet()) {
      List<AccountEvent> events = split(JsonWriter.valueText(examples.object(name)));
      assertTrue(!events.isEmpty(), name);
      events.forEach(event -> read(event.event()));
    }
  }
}
