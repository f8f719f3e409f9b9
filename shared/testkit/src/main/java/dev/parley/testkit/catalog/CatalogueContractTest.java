package dev.parley.testkit.catalog;

import static dev.parley.testkit.catalog.ProductBuilder.product;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.catalog.Availability;
import dev.parley.domain.catalog.Catalogue;
import dev.parley.domain.catalog.Catalogue.Change;
import dev.parley.domain.catalog.Product;
import dev.parley.domain.catalog.ProductQuery;
import dev.parley.domain.catalog.Products;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.page.Page;
import dev.parley.domain.page.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every catalogue does, in memory or in a table. */
public abstract class CatalogueContractTest {
  private static final List<String> SYLLABLES =
      List.of("外套", "夏", "洋裝", "ab", "AB-", "12", "１２", " ", " ", "น้ำ", "เสื้อ", "é", "🎉", "(x)");

  protected final MerchantId merchant = new MerchantId("mer_" + UUID.randomUUID());

  protected abstract Catalogue catalogue();

  protected abstract Products products();

  private void put(ProductBuilder... products) {
    catalogue().put(merchant, Stream.of(products).map(p -> p.of(merchant)).toList());
  }

  private List<String> search(String query) {
    return skus(catalogue().search(merchant, ProductQuery.of(query), new PageRequest(100, null)));
  }

  private static List<String> skus(Page<Product> page) {
    return page.items().stream().map(Product::sku).toList();
  }

  @Test
  void whatWasPutIsReadBackWhole() {
    Product product = product("A-1").named("夏季外套").of(merchant);

    List<Change> changes = catalogue().put(merchant, List.of(product));

    assertEquals(List.of(Change.CREATED), changes);
    assertEquals(Optional.of(product), catalogue().find(merchant, product.id()));
    assertEquals(Map.of(product.id(), product), products().find(merchant, List.of(product.id())));
  }

  @Test
  void aProductPutAgainIsUnchangedAndAChangedOneUpdated() {
    put(product("A-1"), product("A-2"));

    List<Change> changes =
        catalogue()
            .put(
                merchant,
                List.of(
                    product("A-1").of(merchant),
                    product("A-2").price("TWD 1.00").of(merchant),
                    product("A-3").of(merchant)));

    assertEquals(List.of(Change.UNCHANGED, Change.UPDATED, Change.CREATED), changes);
  }

  @Test
  void anotherMerchantsProductsAreNotThere() {
    put(product("A-1").named("Coat").at("https://shop.example/coat"));
    MerchantId other = new MerchantId("mer_other" + UUID.randomUUID());
    var id = Product.idOf(merchant, "A-1");

    assertEquals(Optional.empty(), catalogue().find(other, id));
    assertEquals(Map.of(), products().find(other, Set.of(id)));
    assertEquals(Map.of(), products().findByPage(other, Set.of("shop.example/coat")));
    assertTrue(
        catalogue()
            .search(other, ProductQuery.of("coat"), new PageRequest(10, null))
            .items()
            .isEmpty());
  }

  @Test
  void aProductIsFoundByItsPageAndNoLongerByTheOneItHad() {
    put(product("A-1").at("https://www.shop.example/coat/?utm_source=x"));

    assertEquals(Set.of("shop.example/coat"), pages("shop.example/coat", "shop.example/hat"));

    put(product("A-1").at("https://shop.example/hat"));

    assertEquals(Set.of("shop.example/hat"), pages("shop.example/coat", "shop.example/hat"));
  }

  @Test
  void ofTwoProductsOnOnePageTheOtherStaysWhenOneLeaves() {
    put(product("A-1").at("https://shop.example/p"), product("A-2").at("https://shop.example/p"));

    put(product("A-1").at("https://shop.example/q"));

    assertEquals(
        List.of("A-2"),
        products().findByPage(merchant, Set.of("shop.example/p")).values().stream()
            .map(Product::sku)
            .toList());
  }

  @Test
  void ofTwoProductsOnOnePageTheOtherStaysWhenTheLaterLeaves() {
    put(product("A-1").at("https://shop.example/p"));
    put(product("A-2").at("https://shop.example/p"));

    put(product("A-2").at("https://shop.example/q"));

    assertEquals(
        Set.of("shop.example/p", "shop.example/q"), pages("shop.example/p", "shop.example/q"));
    assertEquals(
        List.of("A-1"),
        products().findByPage(merchant, Set.of("shop.example/p")).values().stream()
            .map(Product::sku)
            .toList());
  }

  private Set<String> pages(String... keys) {
    return products().findByPage(merchant, Set.of(keys)).keySet();
  }

  @Test
  void allProductsAreListedByTheirIdsPageByPage() {
    IntStream.range(0, 25).forEach(i -> put(product("A-" + i)));

    List<Product> listed = new ArrayList<>();
    @Nullable String cursor = null;
    do {
      Page<Product> page = catalogue().list(merchant, new PageRequest(10, cursor));
      listed.addAll(page.items());
      cursor = page.nextCursor();
    } while (cursor != null);

    List<String> ids = listed.stream().map(p -> p.id().value()).toList();
    assertEquals(25, Set.copyOf(ids).size());
    assertEquals(ids.stream().sorted().toList(), ids);
  }

  @Test
  void aPageThatEndsWithTheListHasNoCursor() {
    put(product("A-1"), product("A-2"));

    assertNull(catalogue().list(merchant, new PageRequest(2, null)).nextCursor());
    assertNotNull(catalogue().list(merchant, new PageRequest(1, null)).nextCursor());
    ProductQuery query = ProductQuery.of("a-");
    assertNull(catalogue().search(merchant, query, new PageRequest(2, null)).nextCursor());
    assertNotNull(catalogue().search(merchant, query, new PageRequest(1, null)).nextCursor());
  }

  @Test
  void theExactSkuComesFirstThenSkuPrefixesThenNamePrefixesThenNameParts() {
    put(
        product("X-1").named("Winter coat"),
        product("X-2").named("Coat of wool"),
        product("COAT-9").named("Hat"),
        product("coat").named("Scarf"));

    assertEquals(List.of("coat", "COAT-9", "X-2", "X-1"), search("Coat"));
  }

  @Test
  void allWordsMustBeThereInAnyOrder() {
    put(
        product("X-1").named("夏季 輕薄外套 男"),
        product("X-2").named("輕薄外套 女"),
        product("M-3").named("輕薄外套"),
        product("AB 12").named("Hat"),
        product("AB 13").named("Red hat for men"));

    assertEquals(List.of("X-1"), search("外套 男"));
    assertEquals(List.of("M-3"), search("m-3 外套"));
    assertEquals(List.of("AB 12"), search("ab 12"));
    assertEquals(List.of("AB 13"), search("men red"));
  }

  @Test
  void unpublishedProductsAreFoundToo() {
    put(product("A-1").named("外套").availability(Availability.UNPUBLISHED));

    assertEquals(List.of("A-1"), search("外套"));
  }

  @Test
  void aRenamedProductIsFoundByItsNewNameOnly() {
    put(product("A-1").named("紅色外套"));

    put(product("A-1").named("藍色外套"));

    assertEquals(List.of(), search("紅色"));
    assertEquals(List.of("A-1"), search("藍色"));
    assertEquals(List.of("A-1"), search("外套"));
  }

  @Test
  void aLongNameIsChangedForAnotherLongName() {
    String before = "紅橙黃綠藍靛紫".repeat(20);
    String after = "甲乙丙丁戊己庚辛壬癸".repeat(15);
    put(product("A-1").named(before));

    put(product("A-1").named(after));

    assertEquals(List.of(), search("橙黃"));
    assertEquals(List.of("A-1"), search("丙丁"));
    put(product("A-1").named(before));
    assertEquals(List.of("A-1"), search("橙黃"));
    assertEquals(List.of(), search("丙丁"));
  }

  @Test
  void aQueryLongerThanAnEntryIsHeldAgainstTheName() {
    String name = "限量聯名".repeat(20);
    put(product("A-1").named(name + "外套"), product("A-2").named(name + "洋裝"));

    assertEquals(List.of("A-1"), search(name + "外套"));
    assertEquals(List.of("A-2"), search(name.substring(4) + "洋裝"));
  }

  @Test
  void anySearchFindsWhatLookingAtEachProductFindsPageByPage() {
    Random random = new Random(20_261_124);
    InMemoryProducts model = new InMemoryProducts();
    List<Product> all = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      all.add(product(word(random) + i).named(word(random) + word(random)).of(merchant));
    }
    catalogue().put(merchant, all);
    model.put(merchant, all);

    for (int i = 0; i < 100; i++) {
      ProductQuery query = ProductQuery.of(query(random, all));
      if (!query.isBlank()) {
        assertEquals(
            pages(model, query, 1_000),
            pages(catalogue(), query, 1 + random.nextInt(9)),
            query.text());
      }
    }
  }

  private List<String> pages(Catalogue catalogue, ProductQuery query, int limit) {
    List<String> found = new ArrayList<>();
    @Nullable String cursor = null;
    do {
      Page<Product> page = catalogue.search(merchant, query, new PageRequest(limit, cursor));
      found.addAll(skus(page));
      cursor = page.nextCursor();
    } while (cursor != null);
    return found;
  }

  private static String query(Random random, List<Product> all) {
    Product product = all.get(random.nextInt(all.size()));
    String from = random.nextInt(4) == 0 ? product.sku() : product.name();
    int begin = random.nextInt(from.length());
    int end = Math.min(from.length(), begin + 1 + random.nextInt(6));
    String part = from.substring(begin, end);
    return random.nextInt(3) == 0 ? part + " " + word(random) : part;
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= random.nextInt(4) || word.toString().isBlank(); i++) {
      word.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
    }
    return word.toString();
  }
}
