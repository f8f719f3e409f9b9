package dev.parley.aws.chat;

import dev.parley.aws.item.Change;
import dev.parley.aws.item.Item;
import dev.parley.domain.forward.Forwards;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MerchantId;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Forwards in their channel's item, so that a webhook call reads nothing more for them. */
final class DynamoForwards implements Forwards {
  private final DynamoDbClient dynamo;
  private final String table;

  DynamoForwards(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Optional<List<String>> find(MerchantId merchant, ChannelId channel) {
    var found =
        dynamo.getItem(r -> r.tableName(table).key(ChatKeys.channel(channel)).consistentRead(true));
    return Optional.of(Item.of(found.item()))
        .filter(item -> merchant.value().equals(item.optionalText(ChatKeys.MERCHANT_PK)))
        .map(item -> item.texts(ChannelItems.FORWARDS));
  }

  @Override
  public boolean put(MerchantId merchant, ChannelId channel, List<String> urls) {
    Change change =
        new Change()
            .set(
                ChannelItems.FORWARDS,
                AttributeValue.fromL(urls.stream().map(AttributeValue::fromS).toList()))
            .add(ChannelItems.FORWARDS_EDITION, 1)
            .remove(ChannelItems.FORWARDS_OFF)
            .when("#merchantPk = :own")
            .name(ChatKeys.MERCHANT_PK)
            .value("own", merchant.value());
    return written(channel, change);
  }

  @Override
  public void leaveOut(MerchantId merchant, ChannelId channel, String url, long edition) {
    Change change =
        new Change()
            .addToSet(ChannelItems.FORWARDS_OFF, url)
            .when("#merchantPk = :own AND #forwardsEdition = :edition")
            .name(ChatKeys.MERCHANT_PK)
            .name(ChannelItems.FORWARDS_EDITION)
            .value("own", merchant.value())
            .value("edition", AttributeValue.fromN(Long.toString(edition)));
    written(channel, change);
  }

  private boolean written(ChannelId channel, Change change) {
    try {
      dynamo.updateItem(change.request(table, ChatKeys.channel(channel)).build());
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }
}
