package dev.parley.aws.catalog;

import dev.parley.aws.item.Item;
import dev.parley.domain.catalog.Product;
import dev.parley.domain.catalog.ProductQuery;
import dev.parley.domain.catalog.SearchEntry;
import dev.parley.domain.catalog.SearchEntry.Tier;
import dev.parley.domain.catalog.SearchText;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.ProductId;
import dev.parley.domain.page.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * One page of what a query finds, read from the search entries tier by tier. A product counts at
 * the one entry that {@link ProductQuery#match} names, which each entry can tell by itself, so that
 * pages have no repeats and no gaps wherever they are cut.
 */
final class SearchPage {
  /** With the batch that reads the products, a page takes four requests. */
  private static final int MOST_QUERIES = 3;

  /** How many entries are looked through for a page, which may be left empty. */
  private static final int ENOUGH = 800;

  /** An entry that counts. */
  record Hit(SearchCursor at, SearchText text, ProductId id) {
    /** Returns the product unless it is gone or its entry is not of what it is called now. */
    Optional<Product> current(@Nullable Product product) {
      return Optional.ofNullable(product).filter(p -> SearchText.of(p).equals(text));
    }
  }

  private final DynamoDbClient dynamo;
  private final String table;
  private final MerchantId merchant;
  private final ProductQuery query;
  private final int limit;
  private final List<Hit> hits = new ArrayList<>();
  private @Nullable SearchCursor next;
  private int queries;
  private int seen;

  SearchPage(
      DynamoDbClient dynamo,
      String table,
      MerchantId merchant,
      ProductQuery query,
      PageRequest page) {
    this.dynamo = dynamo;
    this.table = table;
    this.merchant = merchant;
    this.query = query;
    this.limit = page.limit();
    this.next = SearchCursor.read(page.cursor(), query);
  }

  /** Returns the hits of the page, in order. */
  List<Hit> read() {
    for (SearchCursor at = next; at != null && goesOn(); at = next) {
      next = read(at);
    }
    if (hits.size() > limit) {
      next = hits.get(limit - 1).at();
    }
    return hits.subList(0, Math.min(limit, hits.size()));
  }

  /** Returns what asks for the next page once this one is read. */
  @Nullable String nextCursor() {
    return next == null ? null : next.text();
  }

  private boolean goesOn() {
    return hits.size() <= limit && queries < MOST_QUERIES && seen < ENOUGH;
  }

  /** Reads on from there and returns from where to go on. */
  private @Nullable SearchCursor read(SearchCursor from) {
    QueryResponse found = dynamo.query(request(from));
    for (Map<String, AttributeValue> item : found.items()) {
      add(from.tier(), Item.of(item));
    }
    queries++;
    seen += found.count();
    return found.hasLastEvaluatedKey()
        ? new SearchCursor(from.tier(), Item.of(found.lastEvaluatedKey()).text("sk"))
        : from.nextTier();
  }

  private void add(Tier tier, Item item) {
    String sk = item.text("sk");
    int end = sk.indexOf(ProductKeys.END);
    SearchText text = new SearchText(item.text("sku"), item.text("name"));
    SearchEntry entry = new SearchEntry(tier, sk.substring(0, end));
    if (query.match(text).equals(Optional.of(entry))) {
      ProductId id = new ProductId(sk.substring(end + 1));
      hits.add(new Hit(new SearchCursor(tier, sk), text, id));
    }
  }

  private QueryRequest request(SearchCursor from) {
    String pk = ProductKeys.entries(merchant, query, from.tier());
    return QueryRequest.builder()
        .tableName(table)
        .keyConditionExpression("pk = :pk AND begins_with(sk, :prefix)")
        .expressionAttributeValues(
            Item.empty().text(":pk", pk).text(":prefix", query.prefix(from.tier())).attributes())
        .exclusiveStartKey(from.after() == null ? null : Item.at(pk, from.after()).key())
        .limit(atOnce(from.tier()))
        .build();
  }

  /**
   * Returns how many entries to ask for: of SKUs and names nearly all count; of parts some are of
   * products that count elsewhere, and of several words many don't match.
   */
  private int atOnce(Tier tier) {
    int wanted = limit + 1 - hits.size();
    if (tier != Tier.PART) {
      return wanted;
    }
    return query.text().contains(" ") ? ENOUGH : 2 * wanted + 20;
  }
}
