package dev.parley.aws.chat;

import dev.parley.aws.item.Item;
import dev.parley.domain.channel.ChannelNames;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MerchantId;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The names of channels in the channels' table. */
final class DynamoChannelNames implements ChannelNames {
  private final DynamoDbClient dynamo;
  private final String table;

  DynamoChannelNames(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Map<ChannelId, String> of(MerchantId merchant) {
    Map<ChannelId, String> names = new HashMap<>();
    dynamo
        .queryPaginator(
            q ->
                q.tableName(table)
                    .indexName(ChatKeys.BY_MERCHANT)
                    .keyConditionExpression("#merchantPk = :merchantPk")
                    .expressionAttributeNames(Map.of("#merchantPk", ChatKeys.MERCHANT_PK))
                    .expressionAttributeValues(
                        Map.of(":merchantPk", AttributeValue.fromS(merchant.value()))))
        .items()
        .forEach(
            attributes -> {
              Item item = Item.of(attributes);
              names.put(new ChannelId(item.text("pk")), item.text(ChannelItems.NAME));
            });
    return names;
  }
}
