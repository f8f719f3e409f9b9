package dev.parley.aws.admin;

import dev.parley.aws.item.Item;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.report.KnownOrders;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Known orders as the report cells of all orders tell, month by month, ten years back: asked only
 * when an owner changes the currency.
 */
final class DynamoKnownOrders implements KnownOrders {
  private static final int MONTHS = 120;

  private final DynamoDbClient dynamo;
  private final String table;
  private final InstantSource clock;

  DynamoKnownOrders(DynamoDbClient dynamo, String table, InstantSource clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
  }

  @Override
  public boolean any(MerchantId merchant) {
    YearMonth next = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC)).plusMonths(1);
    return IntStream.range(0, MONTHS).anyMatch(ago -> any(merchant, next.minusMonths(ago)));
  }

  private boolean any(MerchantId merchant, YearMonth month) {
    Item values = Item.empty().text(":pk", merchant + "#" + month).text(":orders", "A#");
    return !dynamo
        .query(
            query ->
                query
                    .tableName(table)
                    .keyConditionExpression("pk = :pk AND begins_with(sk, :orders)")
                    .expressionAttributeValues(values.attributes())
                    .limit(1))
        .items()
        .isEmpty();
  }
}
