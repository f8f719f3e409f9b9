package dev.parley.aws.forward;

import dev.parley.aws.http.BadInput;
import dev.parley.aws.item.Item;
import dev.parley.domain.forward.Deliveries;
import dev.parley.domain.forward.Delivery;
import dev.parley.domain.forward.Delivery.Status;
import dev.parley.domain.id.DeliveryId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.Ulids;
import dev.parley.domain.page.Page;
import dev.parley.domain.page.PageRequest;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Deliveries in the forwards' table. One that is taken at the first try is one write; those that
 * are not are in the indexes as well.
 */
final class DynamoDeliveries implements Deliveries {
  private static final String PREFIX = "whd_";
  private static final Pattern ID = Pattern.compile("whd_[0-9A-HJKMNP-TV-Z]{26}");

  private final DynamoDbClient dynamo;
  private final String table;
  private final InstantSource clock;

  DynamoDeliveries(DynamoDbClient dynamo, String table, InstantSource clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.clock = clock;
  }

  @Override
  public Optional<Delivery> find(MerchantId merchant, DeliveryId id) {
    if (!ID.matcher(id.value()).matches()) {
      return Optional.empty();
    }
    var key = ForwardKeys.delivery(merchant, id);
    var found = dynamo.getItem(r -> r.tableName(table).key(key).consistentRead(true));
    return Optional.of(Item.of(found.item()))
        .filter(item -> item.has("pk"))
        .filter(item -> item.number(DeliveryItems.EXPIRES_AT) > clock.instant().getEpochSecond())
        .map(item -> DeliveryItems.delivery(merchant, item));
  }

  @Override
  public boolean keep(Delivery delivery, long attempts) {
    String unchanged = "attempts = :attempts";
    PutItemRequest request =
        PutItemRequest.builder()
            .tableName(table)
            .item(DeliveryItems.item(delivery).attributes())
            .conditionExpression(
                attempts == 0 ? "attribute_not_exists(pk) OR " + unchanged : unchanged)
            .expressionAttributeValues(
                Map.of(":attempts", AttributeValue.fromN(Long.toString(attempts))))
            .build();
    try {
      dynamo.putItem(request);
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  @Override
  public Page<Delivery> list(MerchantId merchant, @Nullable Status status, PageRequest page) {
    boolean byStatus = status == Status.PENDING || status == Status.FAILED;
    String pk = byStatus ? ForwardKeys.STATUS_PK : "pk";
    String sk = byStatus ? ForwardKeys.STATUS_SK : "sk";
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(
        ":pk",
        AttributeValue.fromS(
            byStatus && status != null
                ? DeliveryItems.statusPk(merchant, status)
                : ForwardKeys.deliveries(merchant)));
    values.put(
        ":since", AttributeValue.fromS(PREFIX + Ulids.time(clock.instant().minus(LIFE)) + "~"));
    QueryRequest.Builder query =
        QueryRequest.builder()
            .tableName(table)
            .keyConditionExpression("#pk = :pk AND #sk > :since")
            .projectionExpression(DeliveryItems.LISTED)
            .expressionAttributeNames(
                Map.of("#pk", pk, "#sk", sk, "#url", "url", "#type", "type", "#status", "status"))
            .scanIndexForward(false)
            .limit(page.limit());
    if (byStatus) {
      query.indexName(ForwardKeys.BY_STATUS);
    } else if (status != null) {
      query.filterExpression("#status = :status");
      values.put(":status", AttributeValue.fromS(status.wireName()));
    }
    String cursor = page.cursor();
    if (cursor != null) {
      query.exclusiveStartKey(start(merchant, byStatus ? status : null, cursor));
    }
    return page(merchant, dynamo.query(query.expressionAttributeValues(values).build()));
  }

  private static Page<Delivery> page(MerchantId merchant, QueryResponse found) {
    List<Delivery> deliveries =
        found.items().stream()
            .map(item -> DeliveryItems.delivery(merchant, Item.of(item)))
            .toList();
    return new Page<>(deliveries, Item.of(found.lastEvaluatedKey()).optionalText("sk"));
  }

  private static Map<String, AttributeValue> start(
      MerchantId merchant, @Nullable Status indexed, String cursor) {
    if (!ID.matcher(cursor).matches()) {
      throw BadInput.cursor();
    }
    Item key = Item.of(ForwardKeys.delivery(merchant, new DeliveryId(cursor)));
    return indexed == null
        ? key.attributes()
        : key.text(ForwardKeys.STATUS_PK, DeliveryItems.statusPk(merchant, indexed))
            .text(ForwardKeys.STATUS_SK, cursor)
            .attributes();
  }
}
