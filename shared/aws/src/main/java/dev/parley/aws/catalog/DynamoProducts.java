package dev.parley.aws.catalog;

import dev.parley.aws.item.BatchRead;
import dev.parley.aws.item.Item;
import dev.parley.domain.catalog.Product;
import dev.parley.domain.catalog.ProductPage;
import dev.parley.domain.catalog.Products;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.ProductId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** The products in their table, read in batches; eventually consistent unless said otherwise. */
public final class DynamoProducts implements Products {
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

  /** Takes two batch reads, and a query for each page that its last product has left. */
  @Override
  public Map<String, Product> findByPage(MerchantId merchant, Collection<String> pageKeys) {
    Map<String, ProductId> last = lastOn(merchant, pageKeys);
    Map<String, Product> found = new HashMap<>(onTheirPages(merchant, last));
    Map<String, ProductId> others = new LinkedHashMap<>();
    for (String key : last.keySet()) {
      if (!found.containsKey(key)) {
        firstOn(merchant, key).ifPresent(id -> others.put(key, id));
      }
    }
    found.putAll(onTheirPages(merchant, others));
    return found;
  }

  private Map<String, Product> onTheirPages(MerchantId merchant, Map<String, ProductId> ids) {
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

  private Map<String, ProductId> lastOn(MerchantId merchant, Collection<String> pageKeys) {
    Map<String, String> keys = new HashMap<>();
    pageKeys.forEach(key -> keys.put(ProductKeys.page(merchant, key), key));
    Map<String, ProductId> last = new LinkedHashMap<>();
    for (Item item :
        read(pageKeys.stream().map(key -> ProductKeys.lastOn(merchant, key)).toList(), false)) {
      String key = Objects.requireNonNull(keys.get(item.text("pk")));
      last.put(key, new ProductId(item.text("product")));
    }
    return last;
  }

  private Optional<ProductId> firstOn(MerchantId merchant, String pageKey) {
    QueryRequest first =
        QueryRequest.builder()
            .tableName(table)
            .keyConditionExpression("pk = :pk AND begins_with(sk, :ids)")
            .expressionAttributeValues(
                Item.empty()
                    .text(":pk", ProductKeys.page(merchant, pageKey))
                    .text(":ids", "prd_")
                    .attributes())
            .limit(1)
            .build();
    return dynamo.query(first).items().stream()
        .map(item -> new ProductId(Item.of(item).text("sk")))
        .findFirst();
  }

  /** Returns the items of those of the products that exist, in no order. */
  List<Item> items(MerchantId merchant, Collection<ProductId> ids, boolean consistent) {
    return read(ids.stream().map(id -> ProductKeys.product(merchant, id)).toList(), consistent);
  }

  private List<Item> read(List<Item> places, boolean consistent) {
    BatchRead read =
        consistent ? BatchRead.consistent(dynamo, table) : BatchRead.eventual(dynamo, table);
    return read.items(places.stream().map(Item::key).toList());
  }
}
