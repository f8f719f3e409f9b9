package dev.parley.aws.catalog;

import dev.parley.aws.item.Item;
import dev.parley.domain.catalog.Product;
import dev.parley.domain.catalog.ProductPage;
import dev.parley.domain.catalog.Products;
import dev.parley.domain.fault.TransientFault;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.ProductId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** The products in their table, read in batches; eventually consistent unless said otherwise. */
public final class DynamoProducts implements Products {
  private static final int BATCH = 100;
  private static final int TRIES = 10;

  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoProducts(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Map<ProductId, Product> find(MerchantId merchant, Collection<ProductId> ids) {
    Map<ProductId, Product> found = new HashMap<>();
    for (Item item : items(merchant, ids, false)) {
      Product product = StoredProduct.product(item);
      found.put(product.id(), product);
    }
    return found;
  }

  @Override
  public Map<String, Product> findByPage(MerchantId merchant, Collection<String> pageKeys) {
    Map<String, ProductId> ids = new LinkedHashMap<>();
    for (String key : pageKeys) {
      firstOn(merchant, key).ifPresent(id -> ids.put(key, id));
    }
    Map<ProductId, Product> products = find(merchant, ids.values());
    Map<String, Product> found = new HashMap<>();
    ids.forEach(
        (key, id) -> {
          Product product = products.get(id);
          if (product != null && ProductPage.key(product.url()).equals(Optional.of(key))) {
            found.put(key, product);
          }
        });
    return found;
  }

  private Optional<ProductId> firstOn(MerchantId merchant, String pageKey) {
    QueryRequest first =
        QueryRequest.builder()
            .tableName(table)
            .keyConditionExpression("pk = :pk")
            .expressionAttributeValues(
                Map.of(":pk", AttributeValue.fromS(ProductKeys.page(merchant, pageKey))))
            .limit(1)
            .build();
    return dynamo.query(first).items().stream()
        .map(item -> new ProductId(Item.of(item).text("sk")))
        .findFirst();
  }

  /** Returns the items of those of the products that exist, in no order. */
  List<Item> items(MerchantId merchant, Collection<ProductId> ids, boolean consistent) {
    List<Map<String, AttributeValue>> keys =
        ids.stream().distinct().map(id -> ProductKeys.product(merchant, id).key()).toList();
    List<Item> items = new ArrayList<>();
    for (int from = 0; from < keys.size(); from += BATCH) {
      var batch = keys.subList(from, Math.min(keys.size(), from + BATCH));
      read(KeysAndAttributes.builder().keys(batch).consistentRead(consistent).build(), items);
    }
    return items;
  }

  private void read(KeysAndAttributes batch, List<Item> items) {
    Map<String, KeysAndAttributes> left = Map.of(table, batch);
    for (int i = 0; i < TRIES && !left.isEmpty(); i++) {
      Map<String, KeysAndAttributes> asked = left;
      BatchGetItemResponse found = dynamo.batchGetItem(get -> get.requestItems(asked));
      found.responses().getOrDefault(table, List.of()).forEach(item -> items.add(Item.of(item)));
      left = found.unprocessedKeys();
    }
    if (!left.isEmpty()) {
      throw new TransientFault("The table of products is throttled");
    }
  }
}
