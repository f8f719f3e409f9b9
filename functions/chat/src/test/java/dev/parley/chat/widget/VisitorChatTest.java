package dev.parley.chat.widget;

import static dev.parley.testkit.chat.Customer.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.aws.http.HttpReply;
import dev.parley.chat.Calls;
import dev.parley.domain.catalog.ProductCard;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageContent.ProductCards;
import dev.parley.domain.conversation.MessageContent.Text;
import dev.parley.domain.conversation.MessageKind;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.id.ProductId;
import dev.parley.domain.input.FieldError;
import dev.parley.domain.page.PageRequest;
import dev.parley.json.JsonObject;
import dev.parley.platforms.widget.VisitorToken;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VisitorChatTest {
  private static final String HELLO = "{\"text\":\"有烏龍茶嗎？\"}";
  private static final String FIRST = "msg_01KAV0000000000000000000A1";

  private final Site site = new Site();
  private final String token = site.session();

  private static List<String> pointers(HttpReply reply) {
    return Objects.requireNonNull(reply.problem()).errors().stream()
        .map(FieldError::pointer)
        .toList();
  }

  private static List<String> texts(HttpReply reply) {
    return Calls.json(reply).objects("items").stream().map(m -> m.text("text", "")).toList();
  }

  private ConversationId conversation() {
    String visitor = token.substring(0, token.indexOf('.'));
    return Conversation.idOf(Site.ID, visitor);
  }

  /** Puts a message of an agent into the visitor's conversation. */
  private void answered(String id, Message.Status status, MessageContent content) {
    site.chat
        .messages()
        .put(
            new Message(
                new MessageId(id),
                Site.MERCHANT,
                conversation(),
                Message.Direction.OUTBOUND,
                MessageKind.of(content),
                content,
                NOON.plusSeconds(5),
                null,
                status,
                null,
                new AgentId("agt_secret"),
                null,
                null,
                null));
  }

  @Test
  void aSessionNamesItsConversationAndStoresNothing() {
    HttpReply reply = site.call(Site.ID, "SESSION", Map.of("origin", Site.ORIGIN), "{}");

    JsonObject session = Calls.json(reply);
    String visitor = session.requiredText("visitorToken").split("\\.")[0];
    assertEquals(201, reply.status());
    assertEquals(
        Conversation.idOf(Site.ID, visitor).value(), session.requiredText("conversationId"));
    assertNotEquals(token, session.requiredText("visitorToken"));
    assertEquals(List.of(), site.queue.queued());
  }

  @Test
  void whatAVisitorSaysIsShownToTheVisitorAsItWasAnswered() {
    JsonObject said = Calls.json(site.says(token, HELLO));
    site.receive();

    JsonObject page = Calls.json(site.reads(token, Map.of()));

    assertEquals(
        List.of(said.fields()), page.objects("items").stream().map(JsonObject::fields).toList());
    assertEquals("inbound", said.text("direction"));
    assertEquals("2026-11-24T12:00:00.000Z", said.text("sentAt"));
    assertNull(page.text("nextCursor"));
  }

  @Test
  void agentsSeeAVisitorByTheEndOfTheId() {
    site.says(token, HELLO);
    site.receive();

    Conversation head = site.chat.conversations().find(Site.MERCHANT, conversation()).orElseThrow();

    assertEquals("有烏龍茶嗎？", head.lastMessagePreview());
    assertEquals(
        "Visitor " + token.substring(token.indexOf('.') - 4, token.indexOf('.')),
        head.contact().displayName());
    assertEquals(token.substring(0, token.indexOf('.')), head.recipient());
  }

  @Test
  void aRepeatedMessageUnderItsKeyIsOne() {
    Map<String, String> keyed = new HashMap<>(Site.as(token));
    keyed.put("idempotency-key", "k1");

    HttpReply first = site.call(Site.ID, "POST", keyed, HELLO);
    HttpReply again = site.call(Site.ID, "POST", keyed, HELLO);
    site.says(token, HELLO);

    assertEquals(first, again);
    assertEquals(2, site.queue.queued().size());
  }

  @Test
  void showsWhatAgentsSentWithoutWhoTheyAreAndNothingThatIsNotSent() {
    answered("msg_01KAV0000000000000000000A1", Message.Status.SENT, new Text("sent"));
    answered("msg_01KAV0000000000000000000A2", Message.Status.QUEUED, new Text("queued"));
    answered("msg_01KAV0000000000000000000A3", Message.Status.FAILED, new Text("failed"));
    answered("msg_01KAV0000000000000000000A4", Message.Status.READ, new Text("read"));

    HttpReply reply = site.reads(token, Map.of());

    assertEquals(List.of("sent", "read"), texts(reply));
    assertFalse(String.valueOf(reply.body()).contains("agt_"));
  }

  @Test
  void showsCardsWithTheirTrackedLinks() {
    ProductCard tea =
        new ProductCard(
            new ProductId("prd_1"),
            "烏龍茶",
            Money.of(CurrencyUnit.of("TWD"), 1290),
            "https://shop.tw/1.jpg",
            "https://p.tw/r/abc");
    answered(FIRST, Message.Status.SENT, new ProductCards("請看：", List.of(tea)));

    JsonObject message = Calls.json(site.reads(token, Map.of())).objects("items").getFirst();

    JsonObject card = message.objects("cards").getFirst();
    assertEquals("productCards", message.text("kind"));
    assertEquals("請看：", message.text("text"));
    assertEquals("烏龍茶", card.text("title"));
    assertEquals("https://shop.tw/1.jpg", card.text("imageUrl"));
    assertEquals("NT$1,290", card.text("priceText"));
    assertEquals("1290.00", card.object("price").text("amount"));
    assertEquals("https://p.tw/r/abc", card.text("url"));
  }

  @Test
  void goesOnAfterTheMessageThatWasSeenLast() {
    IntStream.range(1, 6)
        .forEach(
            i ->
                answered(
                    "msg_01KAV0000000000000000000A" + i, Message.Status.SENT, new Text("" + i)));

    JsonObject first = Calls.json(site.reads(token, Map.of("limit", "2")));
    HttpReply rest = site.reads(token, Map.of("after", first.requiredText("nextCursor")));
    HttpReply none = site.reads(token, Map.of("after", "msg_01KAV0000000000000000000A5"));

    assertEquals(List.of("3", "4", "5"), texts(rest));
    assertEquals(List.of(), texts(none));
  }

  @Test
  void noVisitorSeesWhatAnotherSaid() {
    site.says(token, HELLO);
    site.receive();

    assertEquals(List.of(), texts(site.reads(site.session(), Map.of())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "vis_01KAV0000000000000000000A1", "vis_01KAV0000000000000000000A1."})
  void refusesWhatIsNoToken(String wrong) {
    assertEquals(401, site.says(wrong, HELLO).status());
    assertEquals(401, site.reads(wrong, Map.of()).status());
  }

  @Test
  void refusesATokenOfAnotherChannelEvenUnderTheSameSecret() {
    ChannelId other = new ChannelId("site-other");
    site.channels.put(Site.channel(other, "secret"));
    String visitor = token.substring(0, token.indexOf('.'));

    assertEquals(401, site.call(other, "POST", Site.as(token), HELLO).status());
    assertEquals(401, site.says(VisitorToken.of(Site.ID, visitor, "other"), HELLO).status());
    assertEquals(List.of(), site.queue.queued());
  }

  @Test
  void knowsATokenOfAChannelThatWasConnectedAnewAMomentAgo() {
    site.channels.putStale(Site.channel(Site.ID, "old"));

    assertEquals(202, site.says(token, HELLO).status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | /text",
        "{\"text\":\"  \"} | /text",
        "{\"text\":7} | /text",
        "{\"text\":\"a\",\"html\":\"b\"} | /html",
        "[] | ''"
      })
  void refusesAMessageThatIsNone(String body, String pointer) {
    HttpReply reply = site.says(token, body);

    assertEquals(400, reply.status());
    assertEquals(List.of(pointer), pointers(reply));
    assertEquals(Site.ORIGIN, reply.headers().get("access-control-allow-origin"));
  }

  @Test
  void takesATextOfFiveThousandCharactersAndNoLonger() {
    assertEquals(202, site.says(token, "{\"text\":\"" + "茶".repeat(5000) + "\"}").status());
    assertEquals(400, site.says(token, "{\"text\":\"" + "茶".repeat(5001) + "\"}").status());
  }

  @Test
  void refusesABodyThatIsNotSaidToBeJson() {
    Map<String, String> plain = new HashMap<>(Site.as(token));
    plain.put("content-type", "text/plain");

    assertEquals(415, site.call(Site.ID, "POST", plain, HELLO).status());
  }

  @ParameterizedTest
  @CsvSource({"after, abc", "after, msg_1", "limit, 0", "limit, 101", "cursor, x"})
  void refusesAQueryThatTheListDoesNotHave(String name, String value) {
    assertEquals(List.of(name), pointers(site.reads(token, Map.of(name, value))));
  }

  @Test
  void refusesFieldsOfASession() {
    HttpReply reply = site.call(Site.ID, "SESSION", Map.of("origin", Site.ORIGIN), "{\"id\":1}");

    assertEquals(List.of("/id"), pointers(reply));
  }

  @Test
  void aVisitorSaysTenThingsInTenSecondsAndThenWaits() {
    List<Integer> statuses =
        IntStream.range(0, 12).mapToObj(i -> site.says(token, HELLO).status()).toList();

    HttpReply refused = site.says(token, HELLO);
    assertEquals(10, statuses.stream().filter(status -> status == 202).count());
    assertEquals(429, refused.status());
    assertEquals("10", refused.headers().get("retry-after"));
    assertEquals(202, site.says(site.session(), HELLO).status());

    site.now = NOON.plusSeconds(10);

    assertEquals(202, site.says(token, HELLO).status());
  }

  @ParameterizedTest
  @EnumSource(names = {"QUEUED", "SENDING"})
  void whatWaitsIsShownOnceItIsSent(Message.Status waiting) {
    answered(FIRST, waiting, new Text("wait"));
    assertEquals(List.of(), texts(site.reads(token, Map.of())));

    answered(FIRST, Message.Status.SENT, new Text("wait"));

    assertEquals(List.of("wait"), texts(site.reads(token, Map.of())));
  }

  @Test
  void whatTheQueueDoesNotTakeIsParked() {
    site.queue.shut();

    assertEquals(202, site.says(token, HELLO).status());
    assertEquals(1, site.queue.oldest(10).size());
  }

  @Test
  void keepsNothingOfAVisitorThatIsRefused() {
    site.says("x", HELLO);

    assertTrue(
        site.chat
            .messages()
            .oldest(Site.MERCHANT, conversation(), new PageRequest(9, null))
            .items()
            .isEmpty());
  }
}
