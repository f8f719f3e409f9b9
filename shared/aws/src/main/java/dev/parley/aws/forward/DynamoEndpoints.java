package dev.parley.aws.forward;

import dev.parley.aws.item.Change;
import dev.parley.aws.item.Item;
import dev.parley.domain.forward.Endpoints;
import dev.parley.domain.forward.TargetHealth.Disabled;
import dev.parley.domain.forward.WebhookEndpoint;
import dev.parley.domain.id.EndpointId;
import dev.parley.domain.id.MerchantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** Endpoints in the forwards' table, their secrets encrypted. */
final class DynamoEndpoints implements Endpoints {
  private static final String EVENTS = "events";
  private static final String CREATED_AT = "createdAt";
  private static final String SECRET = "secret";

  private final DynamoDbClient dynamo;
  private final String table;
  private final EndpointSecrets secrets;

  DynamoEndpoints(DynamoDbClient dynamo, String table, EndpointSecrets secrets) {
    this.dynamo = dynamo;
    this.table = table;
    this.secrets = secrets;
  }

  @Override
  public void add(WebhookEndpoint endpoint, byte[] secret) {
    Item item =
        Item.of(ForwardKeys.endpoint(endpoint.merchantId(), endpoint.id()))
            .text(TargetItems.URL, endpoint.url())
            .texts(EVENTS, endpoint.events())
            .time(CREATED_AT, endpoint.createdAt())
            .bytes(SECRET, secrets.seal(endpoint.merchantId(), endpoint.id(), secret));
    try {
      dynamo.putItem(
          r ->
              r.tableName(table)
                  .item(item.attributes())
                  .conditionExpression("attribute_not_exists(pk)"));
    } catch (ConditionalCheckFailedException e) {
      return; // The request was made before and is repeated: its ids and secret are the same.
    }
  }

  @Override
  public Optional<WebhookEndpoint> find(MerchantId merchant, EndpointId id) {
    return read(merchant, id).map(item -> endpoint(merchant, item));
  }

  @Override
  public Optional<Opened> open(MerchantId merchant, EndpointId id) {
    return read(merchant, id)
        .map(
            item ->
                new Opened(
                    endpoint(merchant, item), secrets.open(merchant, id, item.bytes(SECRET))));
  }

  private Optional<Item> read(MerchantId merchant, EndpointId id) {
    var key = ForwardKeys.endpoint(merchant, id);
    var found = dynamo.getItem(r -> r.tableName(table).key(key).consistentRead(true));
    return found.hasItem() ? Optional.of(Item.of(found.item())) : Optional.empty();
  }

  private static WebhookEndpoint endpoint(MerchantId merchant, Item item) {
    return new WebhookEndpoint(
        new EndpointId(item.text("sk")),
        merchant,
        item.text(TargetItems.URL),
        item.texts(EVENTS),
        item.time(CREATED_AT),
        TargetItems.health(item));
  }

  @Override
  public List<WebhookEndpoint> all(MerchantId merchant) {
    var pk = AttributeValue.fromS(ForwardKeys.endpoints(merchant));
    return dynamo
        .query(
            r ->
                r.tableName(table)
                    .keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(Map.of(":pk", pk))
                    .consistentRead(true))
        .items()
        .stream()
        .map(item -> endpoint(merchant, Item.of(item)))
        .toList();
  }

  @Override
  public Optional<WebhookEndpoint> change(MerchantId merchant, EndpointId id, Changes changes) {
    Change change = new Change().when("attribute_exists(pk)");
    String url = changes.url();
    if (url != null) {
      change.set(TargetItems.URL, url);
    }
    List<String> events = changes.events();
    if (events != null) {
      change.set(EVENTS, AttributeValue.fromL(events.stream().map(AttributeValue::fromS).toList()));
    }
    if (changes.active()) {
      DynamoTargetHealths.forgetful(change);
    }
    Disabled disabled = changes.disabled();
    if (disabled != null) {
      change
          .set(TargetItems.DISABLED_REASON, disabled.reason())
          .set(TargetItems.DISABLED_AT, disabled.since().toEpochMilli());
    }
    var request =
        change
            .request(table, ForwardKeys.endpoint(merchant, id))
            .returnValues(ReturnValue.ALL_NEW)
            .build();
    try {
      return Optional.of(endpoint(merchant, Item.of(dynamo.updateItem(request).attributes())));
    } catch (ConditionalCheckFailedException e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean remove(MerchantId merchant, EndpointId id) {
    var key = ForwardKeys.endpoint(merchant, id);
    return dynamo
        .deleteItem(r -> r.tableName(table).key(key).returnValues(ReturnValue.ALL_OLD))
        .hasAttributes();
  }
}
