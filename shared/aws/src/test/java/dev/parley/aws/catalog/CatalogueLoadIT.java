package dev.parley.aws.catalog;

import static dev.parley.testkit.catalog.ProductBuilder.product;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.aws.item.Item;
import dev.parley.domain.catalog.Product;
import dev.parley.domain.catalog.ProductPage;
import dev.parley.domain.catalog.ProductQuery;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.page.PageRequest;
import dev.parley.testkit.aws.LocalAws;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

final class CatalogueLoadIT {
  @RegisterExtension static final LocalAws AWS = new LocalAws();

  private static final MerchantId MERCHANT = new MerchantId("mer_load");
  private static final List<String> WORDS =
      List.of("夏季", "輕薄", "防曬", "外套", "洋裝", "เสื้อ", "น้ำเงิน", " coat", " summer", " 15");

  private static String table = "";
  private static CountingDynamo counting = new CountingDynamo(null);

  @BeforeAll
  static void fillCatalogue() {
    table = AWS.table();
    counting = new CountingDynamo(AWS.dynamo());
    Random random = new Random(7);
    List<Product> all = new ArrayList<>();
    for (int i = 0; i < 1_500; i++) {
      StringBuilder name = new StringBuilder();
      IntStream.range(0, 5).forEach(n -> name.append(WORDS.get(random.nextInt(WORDS.size()))));
      all.add(product("SKU-" + i).named(name.toString()).of(MERCHANT));
    }
    for (int from = 0; from < all.size(); from += 500) {
      catalogue().put(MERCHANT, all.subList(from, from + 500));
    }
  }

  private static DynamoCatalogue catalogue() {
    var dynamo = counting.client();
    return new DynamoCatalogue(dynamo, table, new DynamoProducts(dynamo, table));
  }

  @Test
  void anyQueryTakesAtMostFourRequestsAndSixtyReadUnits() {
    for (String query :
        List.of(
            "SKU-1234",
            "sku-",
            "夏",
            "外套",
            "น้ำ",
            "coat",
            "外套 夏季",
            "summer coat",
            "sku- 外套",
            "沒有")) {
      counting.reset();

      var page = catalogue().search(MERCHANT, ProductQuery.of(query), new PageRequest(50, null));

      assertEquals(query.equals("沒有"), page.items().isEmpty(), query);
      assertTrue(counting.requests() <= 4, query + " took " + counting.requests());
      assertTrue(counting.readUnits() <= 60, query + " took " + counting.readUnits());
    }
  }

  @Test
  void aHundredPagesAreLookedUpByTwoRequests() {
    List<String> pages =
        IntStream.range(0, 100)
            .mapToObj(i -> product("SKU-" + i * 20).of(MERCHANT).url())
            .flatMap(url -> ProductPage.key(url).stream())
            .toList();
    counting.reset();

    var found = catalogueOfPages().findByPage(MERCHANT, pages);

    assertEquals(75, found.size());
    assertEquals(2, counting.requests());
    assertTrue(counting.readUnits() <= 100, "took " + counting.readUnits());
  }

  private static DynamoProducts catalogueOfPages() {
    return new DynamoProducts(counting.client(), table);
  }

  @Test
  void ofTwoNamesPutAtOnceOneIsFindableAndItsEntriesAreAllThereAre() throws Exception {
    MerchantId merchant = new MerchantId("mer_race");
    List<String> names = List.of("甲".repeat(3) + "乙丙丁", "戊己庚辛", "壬癸子丑寅卯");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < 5; round++) {
        List<Callable<Object>> puts =
            Stream.concat(names.stream(), names.stream())
                .<Callable<Object>>map(
                    name -> () -> catalogue().put(merchant, List.of(named(name, merchant))))
                .toList();

        for (var put : threads.invokeAll(puts)) {
          put.get();
        }

        List<String> found = names.stream().filter(name -> isFound(merchant, name)).toList();
        assertEquals(1, found.size());
        Product kept = catalogue().find(merchant, Product.idOf(merchant, "R-1")).orElseThrow();
        assertEquals(found.getFirst(), kept.name());
        assertNoStaleEntries(merchant, kept, names);
      }
    }
  }

  private static Product named(String name, MerchantId merchant) {
    return product("R-1").named(name).of(merchant);
  }

  private static boolean isFound(MerchantId merchant, String name) {
    return !catalogue()
        .search(merchant, ProductQuery.of(name.substring(1)), new PageRequest(5, null))
        .items()
        .isEmpty();
  }

  private static void assertNoStaleEntries(MerchantId merchant, Product kept, List<String> names) {
    for (String name : names) {
      for (String first : name.split("")) {
        QueryRequest entries =
            QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("pk = :pk")
                .expressionAttributeValues(
                    Item.empty().text(":pk", merchant + "#P#" + first).attributes())
                .build();
        assertEquals(
            !kept.name().contains(first), AWS.dynamo().query(entries).items().isEmpty(), first);
      }
    }
    assertFalse(kept.name().isEmpty());
  }
}
