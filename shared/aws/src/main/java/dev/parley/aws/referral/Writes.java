package dev.parley.aws.referral;

import dev.parley.aws.item.Item;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Conditional writes of single items. */
final class Writes {
  private Writes() {}

  /** Puts the item when there is none under its key; returns whether it did. */
  static boolean ifAbsent(DynamoDbClient dynamo, String table, Item item) {
    return when(dynamo, table, item, "attribute_not_exists(pk)", Map.of());
  }

  static boolean when(
      DynamoDbClient dynamo,
      String table,
      Item item,
      String condition,
      Map<String, AttributeValue> values) {
    try {
      dynamo.putItem(
          p -> {
            p.tableName(table).item(item.attributes()).conditionExpression(condition);
            if (!values.isEmpty()) {
              p.expressionAttributeValues(values);
            }
          });
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }
}
