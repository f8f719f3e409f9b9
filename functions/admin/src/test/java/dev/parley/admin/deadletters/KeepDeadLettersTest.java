package dev.parley.admin.deadletters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.admin.deadletters.Sources.Source;
import dev.parley.aws.chat.OutboundMessageJson;
import dev.parley.aws.chat.ReceivedEventJson;
import dev.parley.domain.attribution.OrderChanges.OrderChange;
import dev.parley.domain.attribution.OrderKey;
import dev.parley.domain.deadletter.DeadLetter;
import dev.parley.domain.deadletter.DeadLetter.Kind;
import dev.parley.domain.deadletter.DeadLetter.Status;
import dev.parley.domain.deadletter.DeadLetters.Original;
import dev.parley.domain.deadletter.FailureNotes.Note;
import dev.parley.domain.forward.Occurrences.Place;
import dev.parley.domain.forward.ToldChanges.ToldChange;
import dev.parley.domain.id.MerchantId;
import dev.parley.testkit.chat.Customer;
import dev.parley.testkit.deadletter.InMemoryDeadLetters;
import dev.parley.testkit.deadletter.InMemoryFailureNotes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeepDeadLettersTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:30:00Z");
  private static final MerchantId MERCHANT = new MerchantId("mer_1");
  private static final String STRETCH =
      """
      {"requestContext": {"condition": "RetryAttemptsExhausted", "approximateInvokeCount": 11},
       "DDBStreamBatchInfo": {"shardId": "s-1", "startSequenceNumber": "7",
         "endSequenceNumber": "9", "batchSize": 3, "streamArn": "arn:orders"}}\
      """;

  private final InstantSource clock = InstantSource.fixed(NOW);
  private final InMemoryDeadLetters letters = new InMemoryDeadLetters(clock);
  private final InMemoryFailureNotes notes = new InMemoryFailureNotes();
  private final Customer customer = new Customer(MERCHANT, "U1");
  private List<OrderChange> changes = List.of();
  private List<ToldChange> told = List.of();

  private final KeepDeadLetters keep =
      new KeepDeadLetters(
          letters,
          notes,
          new Sources(
              Map.of(
                  "in", new Source(Kind.INBOUND_EVENT, 5),
                  "out", new Source(Kind.OUTBOUND_MESSAGE, 8),
                  "clicks", new Source(Kind.CLICK, 5),
                  "orders", new Source(Kind.ORDER, 0),
                  "events", new Source(Kind.EVENT, 0),
                  "deliveries", new Source(Kind.DELIVERY, 8))),
          new StreamLetters(new OrderLetters(batch -> changes), new EventLetters(batch -> told)),
          clock);

  private List<DeadLetter> keep(String queue, String messageId, String body) {
    return keep.keep(new GivenUp(queue, messageId, new Original(body, "g")));
  }

  private String event() {
    return ReceivedEventJson.text(customer.received("e1", "dlv_1"));
  }

  @Test
  void aLetterSaysWhatItIsAboutAndWhyItFailed() {
    Instant failedAt = NOW.minusSeconds(90);
    notes.note("m-1", new Note(failedAt, "not now"));

    DeadLetter letter = keep("in", "m-1", event()).getFirst();

    assertEquals(MERCHANT, letter.merchantId());
    assertEquals(Kind.INBOUND_EVENT, letter.kind());
    assertEquals(
        Map.of(
            "channelId", "line-shop",
            "eventId", "e1",
            "conversationId", customer.conversationId().value()),
        letter.about());
    assertEquals(failedAt, letter.failedAt());
    assertEquals(5, letter.attempts());
    assertEquals("not now", letter.reason());
    assertEquals(Status.OPEN, letter.status());
    assertEquals(
        new Original(event(), "g"), letters.find(MERCHANT, letter.id()).orElseThrow().original());
  }

  @Test
  void aLetterOfWhomNobodyNotedTheFailureSaysThat() {
    DeadLetter letter = keep("in", "m-1", event()).getFirst();

    assertEquals(NOW, letter.failedAt());
    assertTrue(letter.reason().startsWith("Nobody could note why"));
  }

  @Test
  void theSameMessageAgainIsTheSameLetterAndAnotherIsAnother() {
    DeadLetter first = keep("in", "m-1", event()).getFirst();

    List<DeadLetter> again = keep("in", "m-1", event());
    DeadLetter second = keep("in", "m-2", event()).getFirst();

    assertEquals(List.of(), again);
    assertNotEquals(first.id(), second.id());
    assertEquals(2, letters.all().size());
  }

  @Test
  void anOutboundMessageNamesItsMessageAndNeverItsWords() {
    String body = OutboundMessageJson.text(customer.answer("msg_1", "secret-token"));

    DeadLetter letter = keep("out", "m-1", body).getFirst();

    assertEquals(
        Map.of(
            "channelId", "line-shop",
            "conversationId", customer.conversationId().value(),
            "messageId", "msg_1"),
        letter.about());
    assertEquals(8, letter.attempts());
    assertFalse(letter.toString().contains("secret-token"));
    assertFalse(letter.toString().contains("answer"));
  }

  @Test
  void aBodyThatCanNotBeReadIsKeptForNobody() {
    DeadLetter letter = keep("in", "m-1", "{").getFirst();

    assertNull(letter.merchantId());
    assertEquals(Map.of(), letter.about());
    assertEquals(List.of(letter), letters.all());
  }

  @Test
  void aBodyThatTellsLittleIsItsMerchantsAllTheSame() {
    DeadLetter letter = keep("clicks", "m-1", "{\"merchantId\":\"mer_1\",\"id\":7}").getFirst();

    assertEquals(MERCHANT, letter.merchantId());
    assertEquals(Map.of(), letter.about());
  }

  @Test
  void aStretchOfTheStreamIsALetterForEachOfItsOrders() {
    OrderKey one = new OrderKey(MERCHANT, "webshop", "SO-1");
    OrderKey two = new OrderKey(new MerchantId("mer_2"), "webshop", "SO-1");
    changes =
        List.of(new OrderChange("7", one), new OrderChange("8", two), new OrderChange("9", one));
    notes.note("8", new Note(NOW.minusSeconds(5), "not now"));

    List<DeadLetter> kept = keep("orders", "m-1", STRETCH);
    List<DeadLetter> again = keep("orders", "m-1", STRETCH);

    assertEquals(
        List.of(MERCHANT, two.merchantId()), kept.stream().map(DeadLetter::merchantId).toList());
    assertEquals(Map.of("source", "webshop", "orderId", "SO-1"), kept.getFirst().about());
    assertEquals(11, kept.getFirst().attempts());
    assertTrue(kept.getFirst().reason().startsWith("Nobody could note why"));
    assertEquals("not now", kept.getLast().reason());
    assertEquals(List.of(), again);
  }

  @Test
  void aStretchThatTheStreamHasNoMoreSaysSo() {
    DeadLetter letter = keep("orders", "m-1", STRETCH).getFirst();

    assertNull(letter.merchantId());
    assertEquals(
        Map.of("shardId", "s-1", "startSequenceNumber", "7", "endSequenceNumber", "9"),
        letter.about());
    assertTrue(letter.reason().startsWith("The stream no longer holds the orders"));
  }

  @Test
  void aStretchOfTheMessagesStreamIsALetterForEachMessage() {
    Place message = new Place("mer_1#cnv_1", "msg_1");
    told =
        List.of(
            new ToldChange("7", message),
            new ToldChange("8", message),
            new ToldChange("9", new Place("mer_2#cnt_1", "C")));

    List<DeadLetter> kept = keep("events", "m-1", STRETCH);

    assertEquals(
        List.of(
            Map.of("conversationId", "cnv_1", "messageId", "msg_1"), Map.of("contactId", "cnt_1")),
        kept.stream().map(DeadLetter::about).toList());
    assertEquals(
        "{\"merchantId\":\"mer_1\",\"partition\":\"mer_1#cnv_1\",\"name\":\"msg_1\"}",
        letters.find(MERCHANT, kept.getFirst().id()).orElseThrow().original().body());
  }

  @Test
  void aDeliveryTellsWhereItWasToGoAndNotWhat() {
    String body =
        "{\"merchantId\":\"mer_1\",\"deliveryId\":\"whd_1\",\"endpointId\":\"whe_1\",\"body\":\"eJw\"}";

    DeadLetter letter = keep("deliveries", "m-1", body).getFirst();

    assertEquals(Map.of("deliveryId", "whd_1", "endpointId", "whe_1"), letter.about());
    assertEquals(8, letter.attempts());
  }

  @Test
  void whatLiesInAQueueNobodyKnowsStaysThere() {
    assertThrows(IllegalStateException.class, () -> keep("elsewhere", "m-1", event()));
  }
}
