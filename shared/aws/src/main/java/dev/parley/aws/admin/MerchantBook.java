package dev.parley.aws.admin;

import dev.parley.aws.item.Item;
import dev.parley.domain.fault.TransientFault;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.merchant.Agent;
import dev.parley.domain.merchant.ApiKey;
import dev.parley.domain.merchant.Merchant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** A merchant with its agents and their keys, read and changed one change after the other. */
final class MerchantBook {
  /** How many items one transaction can write beside the merchant's. */
  static final int MOST_WRITES = 99;

  private static final int TRIES = 8;

  /** A merchant as it was read. */
  record Page(Merchant merchant, long revision) {
    Page next(Merchant changed) {
      return new Page(changed, revision + 1);
    }
  }

  /** An agent as it was read, with its keys. */
  record Entry(Agent agent, List<ApiKey> keys) {
    Item item() {
      return MerchantItems.agent(agent, keys);
    }
  }

  private final DynamoDbClient dynamo;
  private final String table;

  MerchantBook(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  Optional<Page> page(MerchantId id) {
    return read(MerchantItems.merchantAt(id))
        .map(item -> new Page(MerchantItems.merchant(item), item.number(MerchantItems.REVISION)));
  }

  Optional<Entry> entry(MerchantId merchant, AgentId id) {
    return read(MerchantItems.agentAt(merchant, id)).map(MerchantBook::entry);
  }

  /** Returns all entries of the merchant, in the order in which the agents came. */
  Stream<Entry> entries(MerchantId merchant) {
    return dynamo.queryPaginator(entriesAfter(merchant, null, null)).items().stream()
        .map(item -> entry(Item.of(item)));
  }

  QueryResponse entries(MerchantId merchant, int limit, @Nullable AgentId after) {
    return dynamo.query(entriesAfter(merchant, limit, after));
  }

  private QueryRequest entriesAfter(
      MerchantId merchant, @Nullable Integer limit, @Nullable AgentId after) {
    return QueryRequest.builder()
        .tableName(table)
        .keyConditionExpression("pk = :pk AND begins_with(sk, :agents)")
        .expressionAttributeValues(
            Map.of(
                ":pk", AttributeValue.fromS(merchant.value()),
                ":agents", AttributeValue.fromS(MerchantItems.AGENTS)))
        .consistentRead(true)
        .limit(limit)
        .exclusiveStartKey(after == null ? null : MerchantItems.agentAt(merchant, after).key())
        .build();
  }

  static Entry entry(Item item) {
    return new Entry(MerchantItems.agent(item), MerchantItems.keys(item));
  }

  /** Tries the change until nothing came between its reads and its write. */
  <T> T change(Supplier<Optional<T>> once) {
    for (int i = 0; i < TRIES; i++) {
      Optional<T> done = once.get();
      if (done.isPresent()) {
        return done.get();
      }
    }
    throw new TransientFault("The merchant is being changed by too many at once");
  }

  /** Writes all or nothing; returns whether the merchant still was as it was read. */
  boolean write(Page read, List<TransactWriteItem> writes) {
    return transact(Stream.concat(Stream.of(raise(read)), writes.stream()).toList());
  }

  /** Writes the merchant anew and the rest with it; returns whether it still was as it was read. */
  boolean write(Page read, Merchant changed, List<TransactWriteItem> writes) {
    Item item = MerchantItems.merchant(changed, read.revision() + 1);
    TransactWriteItem merchant =
        TransactWriteItem.builder()
            .put(
                put ->
                    put.tableName(table)
                        .item(item.attributes())
                        .conditionExpression("revision = :read")
                        .expressionAttributeValues(
                            Item.empty().number(":read", read.revision()).attributes()))
            .build();
    return transact(Stream.concat(Stream.of(merchant), writes.stream()).toList());
  }

  private TransactWriteItem raise(Page read) {
    Update raised =
        Update.builder()
            .tableName(table)
            .key(MerchantItems.merchantAt(read.merchant().id()).key())
            .updateExpression("SET revision = :next")
            .conditionExpression("revision = :read")
            .expressionAttributeValues(
                Item.empty()
                    .number(":read", read.revision())
                    .number(":next", read.revision() + 1)
                    .attributes())
            .build();
    return TransactWriteItem.builder().update(raised).build();
  }

  boolean transact(List<TransactWriteItem> writes) {
    try {
      dynamo.transactWriteItems(transaction -> transaction.transactItems(writes));
      return true;
    } catch (TransactionCanceledException e) {
      return false;
    }
  }

  TransactWriteItem put(Item item) {
    return TransactWriteItem.builder()
        .put(put -> put.tableName(table).item(item.attributes()))
        .build();
  }

  TransactWriteItem putNew(Item item) {
    return TransactWriteItem.builder()
        .put(
            put ->
                put.tableName(table)
                    .item(item.attributes())
                    .conditionExpression("attribute_not_exists(pk)"))
        .build();
  }

  TransactWriteItem delete(Item at) {
    return TransactWriteItem.builder()
        .delete(delete -> delete.tableName(table).key(at.key()))
        .build();
  }

  private Optional<Item> read(Item at) {
    var found = dynamo.getItem(get -> get.tableName(table).key(at.key()).consistentRead(true));
    return found.hasItem() ? Optional.of(Item.of(found.item())) : Optional.empty();
  }
}
