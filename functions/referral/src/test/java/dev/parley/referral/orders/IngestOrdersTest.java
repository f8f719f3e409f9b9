package dev.parley.referral.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.attribution.Order;
import dev.parley.domain.attribution.OrderKey;
import dev.parley.domain.attribution.Orders;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.input.FieldError;
import dev.parley.domain.merchant.Merchant;
import dev.parley.json.Json;
import dev.parley.json.JsonObject;
import dev.parley.referral.orders.IngestOrders.Result;
import dev.parley.testkit.merchant.Staff;
import dev.parley.testkit.referral.InMemoryOrders;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IngestOrdersTest {
  private static final Merchant MERCHANT = Staff.merchant(new MerchantId("mer_1"));
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final String ORDER =
      """
      {"orderId":"A1","source":"shop","currency":"TWD","total":"1290.00",
       "placedAt":"2026-11-24T01:00:00+08:00","status":"paid","phone":"0912-345-678"}
      """;

  private final InMemoryOrders orders = new InMemoryOrders();
  private final IngestOrders ingest = new IngestOrders(orders);

  @Test
  void tellsNewChangedAndSameOrdersApart() {
    String changed = ORDER.replace("paid", "cancelled");

    assertEquals("1 0 0 0", counts(ingest(ORDER)));
    assertEquals("0 0 1 0", counts(ingest(ORDER)));
    assertEquals("0 1 0 0", counts(ingest(changed)));
    assertEquals("0 0 1 0", counts(ingest(changed)));
    assertEquals(129_000, only().refunded());
  }

  @Test
  void anOrderThatManyTellOfAtOnceIsTakenInTheEnd() {
    OvertakenOrders busy = new OvertakenOrders(orders, 20);

    Result result = ingested(new IngestOrders(busy), ORDER);

    assertEquals("1 0 0 0", counts(result));
    assertEquals("A1", only().key().orderId());
  }

  /** Orders of which others write a version first, so many times. */
  private static final class OvertakenOrders implements Orders {
    private final Orders orders;
    private int left;

    OvertakenOrders(Orders orders, int times) {
      this.orders = orders;
      this.left = times;
    }

    @Override
    public Optional<Order> find(OrderKey key) {
      return orders.find(key);
    }

    @Override
    public Map<OrderKey, Order> findAll(Collection<OrderKey> keys) {
      return orders.findAll(keys);
    }

    @Override
    public Set<OrderKey> write(List<Order> changed) {
      left--;
      return left >= 0 ? Set.of() : orders.write(changed);
    }
  }

  @Test
  void readsAPhoneHoweverItIsWritten() {
    ingest(ORDER);
    String other = ORDER.replace("A1", "A2").replace("0912-345-678", "+886 912 345 678");
    ingest(other);

    assertEquals(only().trace().identities(), order("A2").trace().identities());
  }

  @Test
  void findsTheTokenInTheLandingAddress() {
    ingest(
        ORDER.replace(
            "\"phone\"", "\"landingUrl\":\"https://s.tw/?a=1&parley_ref=T_-9#x\",\"phone\""));

    assertEquals("T_-9", only().trace().landingToken());
  }

  @Test
  void refusesTheNameOfOurOwnOrdersWhatCanNotBePrintedAndAPartOfNothing() {
    String bad =
        ORDER
            .replace("\"shop\"", "\"inChat\"")
            .replace("A1", "A\\u00071")
            .replace("paid", "partiallyRefunded");

    Result result = ingest(bad);

    assertEquals(
        List.of("/orders/0/orderId", "/orders/0/refundedTotal", "/orders/0/source"),
        result.rejected().getFirst().errors().stream().map(FieldError::pointer).sorted().toList());
  }

  @Test
  void refusesABadOrderWithAllThatIsWrongAndKeepsItsNeighbours() {
    String bad =
        """
        {"orderId":"B1","source":"shop","currency":"USD","total":"12.9","placedAt":"today",
         "status":"lost","colour":"red"}
        """;

    Result result = ingest(bad, ORDER, "{}");

    assertEquals("1 0 0 2", counts(result));
    assertEquals(0, result.rejected().getFirst().index());
    assertEquals(
        List.of(
            "/orders/0/colour",
            "/orders/0/currency",
            "/orders/0/placedAt",
            "/orders/0/status",
            "/orders/0/total"),
        result.rejected().getFirst().errors().stream().map(FieldError::pointer).sorted().toList());
  }

  @Test
  void nothingIsGivenBackOrCancelledBeforeItIsOrdered() {
    String placed = ORDER.replace("00:00+08:00", "00:05.900+08:00");
    String at = "\"status\":\"refunded\",\"refundedAt\":\"2026-11-23T17:00:0";

    Result result =
        ingest(
            placed.replace("\"status\":\"paid\"", at + "4Z\""),
            placed.replace("A1", "A2").replace("\"status\":\"paid\"", at + "5Z\""),
            placed
                .replace("A1", "A3")
                .replace("\"phone\"", "\"cancelledAt\":\"2026-11-22T00:00:00Z\",\"phone\""));

    assertEquals("1 0 0 2", counts(result));
    assertEquals(
        List.of("/orders/0/refundedAt", "/orders/2/cancelledAt"),
        result.rejected().stream()
            .map(rejected -> rejected.errors().getFirst().pointer())
            .toList());
  }

  @Test
  void nothingIsPlacedMoreThanADayAhead() {
    String ahead = ORDER.replace("2026-11-24T01:00:00+08:00", "2026-11-25T10:00:0");

    Result result =
        ingest(
            ahead.replace("10:00:0", "10:00:00Z"),
            ahead.replace("10:00:0", "10:00:01Z").replace("A1", "A2"));

    assertEquals("1 0 0 1", counts(result));
    assertEquals("/orders/1/placedAt", result.rejected().getFirst().errors().getFirst().pointer());
  }

  private Result ingest(String... told) {
    return ingested(ingest, told);
  }

  private static Result ingested(IngestOrders ingest, String... told) {
    List<JsonObject> objects = Stream.of(told).map(Json::readOwn).toList();
    return ingest.ingest(MERCHANT, objects, NOW);
  }

  private Order only() {
    return order("A1");
  }

  private Order order(String id) {
    return orders.find(new OrderKey(MERCHANT.id(), "shop", id)).orElseThrow();
  }

  private static String counts(Result result) {
    return result.inserted()
        + " "
        + result.modified()
        + " "
        + result.matched()
        + " "
        + result.rejected().size();
  }
}
