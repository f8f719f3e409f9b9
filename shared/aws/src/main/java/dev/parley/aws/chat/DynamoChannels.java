package dev.parley.aws.chat;

import dev.parley.aws.http.BadInput;
import dev.parley.aws.item.Change;
import dev.parley.aws.item.Item;
import dev.parley.domain.channel.Channel;
import dev.parley.domain.channel.ChannelCredentials;
import dev.parley.domain.channel.Channels;
import dev.parley.domain.channel.ConnectedChannel;
import dev.parley.domain.channel.CredentialWatch.Due;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.StoreId;
import dev.parley.domain.page.Page;
import dev.parley.domain.page.PageRequest;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** Channels in the channels' table, each under the id that its merchant chose. */
final class DynamoChannels implements Channels {
  private static final String OWN = "#merchantPk = :merchantPk";

  private final DynamoDbClient dynamo;
  private final String table;
  private final KmsSecrets secrets;
  private final InstantSource clock;

  DynamoChannels(DynamoDbClient dynamo, String table, KmsSecrets secrets, InstantSource clock) {
    this.dynamo = dynamo;
    this.table = table;
    this.secrets = secrets;
    this.clock = clock;
  }

  @Override
  public Optional<Entry> find(MerchantId merchant, ChannelId id) {
    GetItemResponse found =
        dynamo.getItem(r -> r.tableName(table).key(ChatKeys.channel(id)).consistentRead(true));
    return Optional.of(found)
        .filter(GetItemResponse::hasItem)
        .map(response -> ChannelItems.entry(Item.of(response.item())))
        .filter(entry -> entry.channel().merchantId().equals(merchant));
  }

  @Override
  public Page<Entry> list(MerchantId merchant, PageRequest page) {
    QueryRequest.Builder query =
        QueryRequest.builder()
            .tableName(table)
            .indexName(ChatKeys.BY_MERCHANT)
            .keyConditionExpression("#merchantPk = :merchantPk")
            .expressionAttributeNames(Map.of("#merchantPk", ChatKeys.MERCHANT_PK))
            .expressionAttributeValues(
                Map.of(":merchantPk", AttributeValue.fromS(merchant.value())))
            .limit(page.limit());
    String cursor = page.cursor();
    if (cursor != null) {
      query.exclusiveStartKey(start(merchant, cursor));
    }
    QueryResponse found = dynamo.query(query.build());
    List<Entry> entries =
        found.items().stream().map(item -> ChannelItems.entry(Item.of(item))).toList();
    return new Page<>(entries, Item.of(found.lastEvaluatedKey()).optionalText("pk"));
  }

  private static Map<String, AttributeValue> start(MerchantId merchant, String cursor) {
    if (!cursor.matches("[A-Za-z0-9_-]{8,64}")) {
      throw BadInput.cursor();
    }
    return Item.of(ChatKeys.channel(new ChannelId(cursor)))
        .text(ChatKeys.MERCHANT_PK, merchant.value())
        .text(ChatKeys.MERCHANT_SK, cursor)
        .attributes();
  }

  @Override
  public PutOutcome put(ConnectedChannel connected) {
    Channel channel = connected.channel();
    byte[] sealed = secrets.seal(channel, connected.credentials());
    StoreId store = channel.storeId();
    Change change =
        new Change()
            .set(ChatKeys.MERCHANT_PK, channel.merchantId().value())
            .set(ChatKeys.MERCHANT_SK, channel.id().value())
            .set(ChannelItems.TYPE, channel.type().wireName())
            .set(ChannelItems.NAME, channel.name())
            .set(ChannelItems.CREDENTIALS, AttributeValue.fromB(SdkBytes.fromByteArray(sealed)))
            .remove(ChannelItems.EXPIRES_AT)
            .remove(ChannelItems.REFUSED_AT)
            .when("attribute_not_exists(pk) OR (" + OWN + " AND #type = :type)");
    Due due = null;
    if (connected.credentials() instanceof ChannelCredentials.Meta meta) {
      due = new Due(channel.id(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
      change
          .set(ChannelItems.ACCOUNT_ID, meta.accountId())
          .set(ChatKeys.WATCH_PK, ChatKeys.WATCHED)
          .set(ChatKeys.WATCH_SK, ChatKeys.watchSk(due));
    }
    if (store == null) {
      change.remove(ChannelItems.STORE_ID);
    } else {
      change.set(ChannelItems.STORE_ID, store.value());
    }
    var request =
        change
            .request(table, ChatKeys.channel(channel.id()))
            .returnValues(ReturnValue.ALL_NEW)
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
    try {
      return new PutOutcome.Connected(
          ChannelItems.entry(Item.of(dynamo.updateItem(request).attributes())), due);
    } catch (ConditionalCheckFailedException e) {
      return refusal(channel.merchantId(), Item.of(e.item()));
    }
  }

  private static PutOutcome refusal(MerchantId merchant, Item before) {
    return before.text(ChatKeys.MERCHANT_PK).equals(merchant.value())
        ? new PutOutcome.OtherType(before.text(ChannelItems.TYPE))
        : new PutOutcome.Taken();
  }

  @Override
  public boolean remove(MerchantId merchant, ChannelId id) {
    try {
      dynamo.deleteItem(
          r ->
              r.tableName(table)
                  .key(ChatKeys.channel(id))
                  .conditionExpression(OWN)
                  .expressionAttributeNames(Map.of("#merchantPk", ChatKeys.MERCHANT_PK))
                  .expressionAttributeValues(
                      Map.of(":merchantPk", AttributeValue.fromS(merchant.value()))));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }
}
