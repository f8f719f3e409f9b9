package dev.parley.testkit.catalog;

import dev.parley.domain.catalog.Catalogue;
import dev.parley.domain.catalog.Product;
import dev.parley.domain.catalog.ProductPage;
import dev.parley.domain.catalog.ProductQuery;
import dev.parley.domain.catalog.Products;
import dev.parley.domain.catalog.SearchEntry;
import dev.parley.domain.catalog.SearchText;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.ProductId;
import dev.parley.domain.page.Page;
import dev.parley.domain.page.PageRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Catalogues that last as long as the object; searched by looking at each product. */
public final class InMemoryProducts implements Products, Catalogue {
  private final Map<MerchantId, SortedMap<String, Product>> catalogues = new ConcurrentHashMap<>();

  @Override
  public Map<ProductId, Product> find(MerchantId merchant, Collection<ProductId> ids) {
    Map<ProductId, Product> found = new HashMap<>();
    ids.forEach(id -> find(merchant, id).ifPresent(product -> found.put(id, product)));
    return found;
  }

  @Override
  public Map<String, Product> findByPage(MerchantId merchant, Collection<String> pageKeys) {
    Map<String, Product> found = new HashMap<>();
    for (Product product : all(merchant)) {
      ProductPage.key(product.url())
          .filter(pageKeys::contains)
          .ifPresent(key -> found.putIfAbsent(key, product));
    }
    return found;
  }

  @Override
  public Optional<Product> find(MerchantId merchant, ProductId id) {
    return Optional.ofNullable(catalogue(merchant).get(id.value()));
  }

  @Override
  public Page<Product> list(MerchantId merchant, PageRequest page) {
    return page(all(merchant), page);
  }

  @Override
  public Page<Product> search(MerchantId merchant, ProductQuery query, PageRequest page) {
    if (query.isBlank()) {
      return list(merchant, page);
    }
    SortedMap<String, Product> ranked =
        new TreeMap<>(Comparator.comparing(InMemoryProducts::order));
    for (Product product : all(merchant)) {
      query
          .match(SearchText.of(product))
          .ifPresent(entry -> ranked.put(rank(entry, product), product));
    }
    return page(List.copyOf(ranked.values()), page);
  }

  private static String rank(SearchEntry entry, Product product) {
    return entry.tier().code() + entry.text() + "\u0001" + product.id();
  }

  /** Returns a text that sorts by UTF-16 unit as the other does by code point. */
  private static String order(String text) {
    StringBuilder order = new StringBuilder();
    text.codePoints().forEach(c -> order.append((char) (c >>> 16)).append((char) c));
    return order.toString();
  }

  @Override
  public List<Change> put(MerchantId merchant, List<Product> products) {
    return products.stream().map(product -> put(merchant, product)).toList();
  }

  /** Makes the product what the catalogue holds under its id. */
  public Change put(MerchantId merchant, Product product) {
    Product before = catalogue(merchant).put(product.id().value(), product);
    if (before == null) {
      return Change.CREATED;
    }
    return before.equals(product) ? Change.UNCHANGED : Change.UPDATED;
  }

  private SortedMap<String, Product> catalogue(MerchantId merchant) {
    return catalogues.computeIfAbsent(merchant, m -> new ConcurrentSkipListMap<>());
  }

  private List<Product> all(MerchantId merchant) {
    return new ArrayList<>(catalogue(merchant).values());
  }

  private static Page<Product> page(List<Product> all, PageRequest page) {
    int from = page.cursor() == null ? 0 : Integer.parseInt(page.cursor());
    int to = Math.min(all.size(), from + page.limit());
    return new Page<>(all.subList(from, to), to < all.size() ? Integer.toString(to) : null);
  }
}
