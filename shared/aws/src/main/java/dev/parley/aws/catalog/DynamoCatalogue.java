package dev.parley.aws.catalog;

import dev.parley.aws.http.BadInput;
import dev.parley.aws.item.Item;
import dev.parley.aws.work.Lanes;
import dev.parley.domain.catalog.Catalogue;
import dev.parley.domain.catalog.Product;
import dev.parley.domain.catalog.ProductQuery;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.ProductId;
import dev.parley.domain.page.Page;
import dev.parley.domain.page.PageRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** The catalogues in the table of products. */
public final class DynamoCatalogue implements Catalogue {
  private static final int WRITES_AT_ONCE = 8;

  private final DynamoDbClient dynamo;
  private final String table;
  private final DynamoProducts products;

  public DynamoCatalogue(DynamoDbClient dynamo, String table, DynamoProducts products) {
    this.dynamo = dynamo;
    this.table = table;
    this.products = products;
  }

  @Override
  public Optional<Product> find(MerchantId merchant, ProductId id) {
    Item at = ProductKeys.product(merchant, id);
    var found = dynamo.getItem(get -> get.tableName(table).key(at.key()).consistentRead(true));
    return found.hasItem()
        ? Optional.of(StoredProduct.product(Item.of(found.item())))
        : Optional.empty();
  }

  @Override
  public Page<Product> list(MerchantId merchant, PageRequest page) {
    QueryResponse found = dynamo.query(listed(merchant, page));
    List<Product> read =
        found.items().stream().map(item -> StoredProduct.product(Item.of(item))).toList();
    boolean ended = read.size() <= page.limit() && !found.hasLastEvaluatedKey();
    List<Product> shown = read.subList(0, Math.min(read.size(), page.limit()));
    return new Page<>(shown, ended ? null : shown.getLast().id().value());
  }

  private QueryRequest listed(MerchantId merchant, PageRequest page) {
    @Nullable String after = page.cursor();
    if (after != null && !after.matches("prd_[0-9A-Z]{26}")) {
      throw BadInput.cursor();
    }
    return QueryRequest.builder()
        .tableName(table)
        .keyConditionExpression("pk = :pk AND begins_with(sk, :products)")
        .expressionAttributeValues(
            Map.of(
                ":pk", AttributeValue.fromS(merchant.value()),
                ":products", AttributeValue.fromS(ProductKeys.PRODUCTS)))
        .exclusiveStartKey(
            after == null ? null : ProductKeys.product(merchant, new ProductId(after)).key())
        .limit(page.limit() + 1)
        .build();
  }

  @Override
  public Page<Product> search(MerchantId merchant, ProductQuery query, PageRequest page) {
    if (query.isBlank()) {
      return list(merchant, page);
    }
    SearchPage found = new SearchPage(dynamo, table, merchant, query, page);
    List<SearchPage.Hit> hits = found.read();
    Map<ProductId, Product> all =
        products.find(merchant, hits.stream().map(SearchPage.Hit::id).toList());
    List<Product> shown =
        hits.stream().flatMap(hit -> hit.current(all.get(hit.id())).stream()).toList();
    return new Page<>(shown, found.nextCursor());
  }

  @Override
  public List<Change> put(MerchantId merchant, List<Product> wanted) {
    Map<ProductId, StoredProduct> stored = new HashMap<>();
    for (Item item : products.items(merchant, wanted.stream().map(Product::id).toList(), true)) {
      StoredProduct product = StoredProduct.of(item);
      stored.put(product.product().id(), product);
    }
    ProductWrites writes = new ProductWrites(dynamo, table, merchant);
    return Lanes.map(wanted, WRITES_AT_ONCE, p -> writes.put(p, stored.get(p.id())));
  }
}
