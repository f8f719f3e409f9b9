package dev.parley.aws.referral;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.attribution.Order;
import dev.parley.domain.fault.PermanentFault;
import dev.parley.domain.id.MerchantId;
import dev.parley.testkit.referral.Shop;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;

class DynamoOrdersTest {
  private static final Instant PLACED = Instant.parse("2026-11-24T10:00:00Z");

  private static final class Refusing implements DynamoDbClient {
    @Override
    public PutItemResponse putItem(PutItemRequest request) {
      throw new PermanentFault("not ever");
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {}
  }

  @Test
  void aWriteThatCanNeverBeIsNoFaultThatMayPass() {
    Order order =
        new Shop(new MerchantId("mer_1"))
            .order("1", "10.00", PLACED, Shop.phone())
            .after(null, Shop.ZONE, PLACED);
    DynamoOrders orders = new DynamoOrders(new Refusing(), "orders");

    assertThrows(PermanentFault.class, () -> orders.write(List.of(order)));
  }
}
