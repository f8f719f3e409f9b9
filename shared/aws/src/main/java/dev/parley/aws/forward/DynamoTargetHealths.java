package dev.parley.aws.forward;

import dev.parley.aws.item.Change;
import dev.parley.aws.item.Item;
import dev.parley.domain.forward.Target;
import dev.parley.domain.forward.TargetHealth;
import dev.parley.domain.forward.TargetHealth.Disabled;
import dev.parley.domain.forward.TargetHealths;
import dev.parley.domain.id.MerchantId;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** How targets fare, in the forwards' table: in an endpoint's item, or in one of the forward's. */
final class DynamoTargetHealths implements TargetHealths {
  private final DynamoDbClient dynamo;
  private final String table;

  DynamoTargetHealths(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public TargetHealth find(MerchantId merchant, Target target) {
    var key = ForwardKeys.health(merchant, target);
    return TargetItems.health(
        Item.of(dynamo.getItem(r -> r.tableName(table).key(key).consistentRead(true)).item()));
  }

  /** An endpoint that was removed in the meantime doesn't come back for it. */
  @Override
  public TargetHealth failed(MerchantId merchant, Target target, Instant at) {
    Change change =
        there(target)
            .add(TargetItems.FAILURES, 1)
            .setIfAbsent(TargetItems.FAILING_SINCE, at.toEpochMilli())
            .set(TargetItems.LAST_FAILURE_AT, at.toEpochMilli());
    var request =
        change
            .request(table, ForwardKeys.health(merchant, target))
            .returnValues(ReturnValue.ALL_NEW)
            .build();
    try {
      return TargetItems.health(Item.of(dynamo.updateItem(request).attributes()));
    } catch (ConditionalCheckFailedException e) {
      return TargetHealth.GOOD;
    }
  }

  private static Change there(Target target) {
    Change change = new Change();
    return target instanceof Target.Endpoint ? change.when("attribute_exists(pk)") : change;
  }

  @Override
  public void recovered(MerchantId merchant, Target target) {
    Change change =
        new Change()
            .remove(TargetItems.FAILURES)
            .remove(TargetItems.FAILING_SINCE)
            .remove(TargetItems.LAST_FAILURE_AT)
            .when("attribute_exists(pk) AND attribute_not_exists(#disabledReason)")
            .name(TargetItems.DISABLED_REASON);
    written(change, ForwardKeys.health(merchant, target));
  }

  @Override
  public void renewed(MerchantId merchant, Target target) {
    Map<String, AttributeValue> key = ForwardKeys.health(merchant, target);
    if (target instanceof Target.Forward) {
      dynamo.deleteItem(r -> r.tableName(table).key(key));
    } else {
      written(forgetful(there(target)), key);
    }
  }

  /** Adds to a change that nothing has failed. */
  static Change forgetful(Change change) {
    return change
        .remove(TargetItems.FAILURES)
        .remove(TargetItems.FAILING_SINCE)
        .remove(TargetItems.LAST_FAILURE_AT)
        .remove(TargetItems.DISABLED_REASON)
        .remove(TargetItems.DISABLED_AT);
  }

  @Override
  public void disable(MerchantId merchant, Target target, Disabled disabled) {
    Change change =
        new Change()
            .set(TargetItems.DISABLED_REASON, disabled.reason())
            .set(TargetItems.DISABLED_AT, disabled.since().toEpochMilli())
            .when("attribute_exists(pk) AND attribute_not_exists(#disabledReason)");
    written(change, ForwardKeys.health(merchant, target));
  }

  private void written(Change change, Map<String, AttributeValue> key) {
    try {
      dynamo.updateItem(change.request(table, key).build());
    } catch (ConditionalCheckFailedException e) {
      return; // It is gone, or was disabled before.
    }
  }
}
