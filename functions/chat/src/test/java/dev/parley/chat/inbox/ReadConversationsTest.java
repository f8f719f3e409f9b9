package dev.parley.chat.inbox;

import static dev.parley.chat.inbox.Heads.CALLER;
import static dev.parley.chat.inbox.Heads.MERCHANT;
import static dev.parley.chat.inbox.Heads.STRANGER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.parley.aws.http.HttpReply;
import dev.parley.chat.Calls;
import dev.parley.domain.catalog.ProductCard;
import dev.parley.domain.conversation.MessageContent.Location;
import dev.parley.domain.conversation.MessageContent.ProductCards;
import dev.parley.domain.conversation.MessageContent.Sticker;
import dev.parley.domain.conversation.MessageContent.Unknown;
import dev.parley.domain.id.ProductId;
import dev.parley.json.JsonObject;
import dev.parley.testkit.chat.Customer;
import dev.parley.testkit.chat.InMemoryChat;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

final class ReadConversationsTest {
  private final Customer customer = new Customer(MERCHANT, "U1");
  private final String id = customer.conversationId().value();
  private final InMemoryChat chat = new InMemoryChat();
  private final ReadConversations reading =
      new ReadConversations(chat.conversations(), chat.conversations(), chat.messages());

  private JsonObject list(Map<String, String> query) {
    return Calls.json(reading.list(CALLER, Calls.get(query)));
  }

  private static List<String> ids(JsonObject page) {
    return page.objects("items").stream().map(item -> item.requiredText("id")).toList();
  }

  private void says(String eventId, int second, int sequence) {
    var said = customer.says(eventId, second, sequence);
    chat.arrivals().store(said);
    chat.arrivals().advance(said);
  }

  private JsonObject messages(Map<String, String> query) {
    return Calls.json(reading.messages(CALLER, Calls.at("id", id, query)));
  }

  private JsonObject onlyMessage() {
    return messages(Map.of()).objects("items").getFirst();
  }

  @Test
  void listsTheNewestFirstInPagesOfTheMerchantsOwn() {
    chat.conversations().put(Heads.head("cnv_1", 1));
    chat.conversations().put(Heads.head("cnv_2", 2));
    chat.conversations().put(Heads.head("cnv_3", 3));

    JsonObject first = list(Map.of("limit", "2"));
    JsonObject rest = list(Map.of("limit", "2", "cursor", first.text("nextCursor", "")));

    assertEquals(List.of("cnv_3", "cnv_2"), ids(first));
    assertEquals(List.of("cnv_1"), ids(rest));
    assertNull(rest.text("nextCursor"));
    assertEquals(List.of(), ids(Calls.json(reading.list(STRANGER, Calls.get(Map.of())))));
  }

  @Test
  void aConversationShowsItsContactAndItsLastMessage() {
    chat.conversations().put(Heads.head("cnv_1", 1));

    JsonObject shown = Calls.json(reading.one(CALLER, Calls.at("id", "cnv_1")));

    assertEquals("小明", shown.object("contact").text("displayName"));
    assertEquals("cnt_cnv_1", shown.object("contact").text("id"));
    assertEquals("say cnv_1", shown.text("lastMessagePreview"));
    assertEquals("2026-11-24T12:00:01.000Z", shown.text("lastMessageAt"));
    assertEquals("line", shown.text("channelType"));
    assertNull(shown.text("replyWindowEndsAt"));
  }

  @Test
  void aReplyTokenIsNeverShown() {
    says("a", 1, 1);

    HttpReply head = reading.one(CALLER, Calls.at("id", id));

    assertFalse(String.valueOf(head.body()).contains("token-a"));
  }

  @Test
  void messagesAreShownTheNewestFirstInPages() {
    says("a", 1, 1);
    says("b", 2, 2);

    JsonObject first = messages(Map.of("limit", "1"));
    JsonObject rest = messages(Map.of("limit", "300", "cursor", first.text("nextCursor", "")));

    assertEquals("say b", first.objects("items").getFirst().text("text"));
    assertEquals("say a", rest.objects("items").getFirst().text("text"));
    assertNull(rest.text("nextCursor"));
  }

  @Test
  void aMessageOfAnUnknownKindShowsItsWholeEvent() {
    chat.arrivals().store(customer.sends("f", new Unknown("follow"), 1, 1));
    says("a", 0, 2);

    JsonObject shown = onlyMessage();

    assertEquals("unknown", shown.text("kind"));
    assertEquals("follow", shown.object("raw").text("type"));
    assertEquals("f", shown.object("raw").object("payload").text("n"));
    assertNull(shown.text("text"));
  }

  @Test
  void aWithdrawnMessageShowsNeitherTextNorAttachments() {
    says("a", 1, 1);
    chat.arrivals().withdraw(customer.says("u", 2, 2), "line-a");

    JsonObject shown = onlyMessage();

    assertEquals("text", shown.text("kind"));
    assertEquals("2026-11-24T12:00:02.000Z", shown.text("withdrawnAt"));
    assertNull(shown.fields().get("text"));
    assertNull(shown.fields().get("attachments"));
  }

  @Test
  void stickersPlacesAndCardsShowWhatTheyAre() {
    says("a", 0, 1);
    Sticker sticker = new Sticker("11", "22", List.of("happy"), null);
    Location place = new Location("Shop", null, "25.0330", "121.5654");
    ProductCard card =
        new ProductCard(
            new ProductId("prd_1"), "Tea", Money.parse("TWD 90.00"), null, "https://p.tw/r/x");
    chat.arrivals().store(customer.sends("s", sticker, 3, 2));
    chat.arrivals().store(customer.sends("l", place, 2, 3));
    chat.arrivals().store(customer.sends("c", new ProductCards("看", List.of(card)), 1, 4));

    List<JsonObject> shown = messages(Map.of()).objects("items");

    assertEquals("22", shown.get(0).object("sticker").text("stickerId"));
    assertEquals("Shop", shown.get(1).object("location").text("title"));
    JsonObject cards = shown.get(2).objects("cards").getFirst();
    assertEquals("看", shown.get(2).text("text"));
    assertEquals("90.00", cards.object("price").text("amount"));
    assertEquals("https://p.tw/r/x", cards.text("url"));
  }

  @Test
  void whatIsNotTheMerchantsIsNotFound() {
    says("a", 1, 1);

    assertEquals(404, reading.one(STRANGER, Calls.at("id", id)).status());
    assertEquals(404, reading.messages(STRANGER, Calls.at("id", id)).status());
    assertEquals(404, reading.messages(CALLER, Calls.at("id", "cnv_none")).status());
  }

  @Test
  void refusesMoreThanAPageHolds() {
    says("a", 1, 1);

    assertEquals(List.of("limit"), Calls.refused(() -> messages(Map.of("limit", "301"))));
    assertEquals(List.of("limit"), Calls.refused(() -> list(Map.of("limit", "101"))));
  }
}
