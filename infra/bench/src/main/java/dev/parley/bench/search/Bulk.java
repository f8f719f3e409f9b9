package dev.parley.bench.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * A table that takes new things in batches where the catalogue writes transactions: the same items,
 * many times faster, for a table that nobody reads yet.
 */
final class Bulk implements DynamoDbClient {
  private static final int AT_ONCE = 25;

  private final DynamoDbClient table;

  Bulk(DynamoDbClient table) {
    this.table = table;
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    Map<Map<String, AttributeValue>, WriteRequest> puts = new LinkedHashMap<>();
    for (TransactWriteItem write : request.transactItems()) {
      Map<String, AttributeValue> item = write.put().item();
      PutRequest put = PutRequest.builder().item(item).build();
      puts.put(key(item), WriteRequest.builder().putRequest(put).build());
    }
    send(request.transactItems().getFirst().put().tableName(), puts.values());
    return TransactWriteItemsResponse.builder().build();
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    return table.putItem(request);
  }

  private static Map<String, AttributeValue> key(Map<String, AttributeValue> item) {
    Map<String, AttributeValue> key = new LinkedHashMap<>(item);
    key.keySet().retainAll(List.of("pk", "sk"));
    return key;
  }

  private void send(String name, Collection<WriteRequest> puts) {
    List<WriteRequest> all = new ArrayList<>(puts);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<WriteRequest> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      table.batchWriteItem(batch -> batch.requestItems(Map.of(name, some)));
    }
  }

  /** Nothing is there yet. */
  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    return BatchGetItemResponse.builder().responses(Map.of()).unprocessedKeys(Map.of()).build();
  }

  @Override
  public String serviceName() {
    return table.serviceName();
  }

  @Override
  public void close() {
    table.close();
  }
}
