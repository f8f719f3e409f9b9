package dev.parley.catalog.put;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.catalog.Availability;
import dev.parley.domain.catalog.Product;
import dev.parley.domain.catalog.ProductQuery;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.merchant.Merchant;
import dev.parley.domain.page.PageRequest;
import dev.parley.json.Json;
import dev.parley.json.JsonObject;
import dev.parley.json.JsonWriter;
import dev.parley.json.MalformedJson;
import dev.parley.testkit.catalog.InMemoryProducts;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PutProductsTest {
  private static final CurrencyUnit TWD = CurrencyUnit.of("TWD");

  private final Merchant merchant =
      new Merchant(
          new MerchantId("mer_1"),
          "Shop",
          ZoneId.of("Asia/Taipei"),
          TWD,
          "zh-TW",
          DayOfWeek.SUNDAY);
  private final InMemoryProducts catalogue = new InMemoryProducts();

  private JsonObject put(String... items) throws MalformedJson {
    List<?> read = Json.readObject("{\"items\":[" + String.join(",", items) + "]}").list("items");
    var outcomes =
        new PutProducts(catalogue).products(merchant.id(), new ItemReader(merchant).all(read));
    return Json.readObject(JsonWriter.text(w -> PutReply.write(w, outcomes)));
  }

  private static String item(String sku, String more) {
    return """
    {"sku":"%s","name":"外套","price":{"amount":"1290.00","currency":"TWD"},\
    "url":"https://shop.tw/p/1"%s}\
    """
        .formatted(sku, more);
  }

  private static String item(String sku) {
    return item(sku, "");
  }

  private Product stored(String sku) {
    return catalogue.find(merchant.id(), Product.idOf(merchant.id(), sku)).orElseThrow();
  }

  @Test
  void whatIsLeftOutHasItsDefault() throws MalformedJson {
    put(item("A-1"));

    Product product = stored("A-1");
    assertEquals("", product.description());
    assertEquals(Availability.IN_STOCK, product.availability());
    assertEquals(List.of(), product.variants());
    assertEquals(Money.parse("TWD 1290.00"), product.price());
  }

  @Test
  void aVariantWithoutIdAndPriceHasTheProductsPriceAndAnIdThatStays() throws MalformedJson {
    String variants = ",\"variants\":[{\"sku\":\"A-1-M\",\"name\":\"M\",\"stock\":3}]";

    put(item("A-1", variants));
    String id = stored("A-1").variants().getFirst().id();
    put(item("A-1", variants + ",\"description\":\"new\""));

    assertEquals(id, stored("A-1").variants().getFirst().id());
    assertEquals(stored("A-1").price(), stored("A-1").variants().getFirst().price());
  }

  @Test
  void eachItemHasItsOutcomeAndTheCountsAreTheirs() throws MalformedJson {
    put(item("A-1"), item("A-2"));

    JsonObject reply = put(item("A-1"), item("A-2", ",\"stock\":4"), item("A-3"), "7");

    assertEquals(
        List.of("unchanged", "updated", "created", "rejected"),
        reply.objects("items").stream().map(i -> i.requiredText("outcome")).toList());
    for (String count : List.of("created", "updated", "unchanged", "rejected")) {
      assertEquals(1L, Objects.requireNonNull(reply.longValue(count)), count);
    }
  }

  @Test
  void ofOneSkuTwiceTheLaterIsRejected() throws MalformedJson {
    JsonObject reply = put(item("A-1"), item("A-1", ",\"stock\":4"));

    JsonObject later = reply.objects("items").get(1);
    assertEquals("rejected", later.text("outcome"));
    assertEquals("/items/1/sku", later.objects("errors").getFirst().text("pointer"));
    assertEquals(null, stored("A-1").stock());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"colour\":\"red\" | /colour",
        "\"name\":7 | /name",
        "\"stock\":-1 | /stock",
        "\"stock\":1.5 | /stock",
        "\"availability\":\"gone\" | /availability",
        "\"imageUrl\":\"ftp://x\" | /imageUrl",
        "\"imageUrl\":\"not an address\" | /imageUrl",
        "\"compareAtPrice\":{\"amount\":\"10\",\"currency\":\"TWD\"} | /compareAtPrice/amount",
        "\"compareAtPrice\":{\"amount\":\"10.00\",\"currency\":\"USD\"} | /compareAtPrice/currency",
        "\"compareAtPrice\":{\"amount\":10.00,\"currency\":\"TWD\"} | /compareAtPrice/amount",
        "\"compareAtPrice\":10 | /compareAtPrice",
        "\"variants\":[{\"sku\":\"a\",\"name\":\"M\",\"x\":1}] | /variants/0/x",
        "\"variants\":[{\"sku\":\"a\",\"name\":\"M\"},{\"sku\":\"a\",\"name\":\"L\"}]"
            + " | /variants/1/sku",
        "\"variants\":{} | /variants",
        "\"id\":\"prd_other\" | /id",
        "\"source\":\"feed\" | /source",
        "\"metaRetailerId\":\"\\ud800\" | /metaRetailerId",
      })
  void aBadItemIsRejectedWithItsPointerAndItsNeighboursAreKept(String field, String pointer)
      throws MalformedJson {
    String bad =
        field.startsWith("\"name\"")
            ? item("A-1").replace("\"外套\"", field.substring(7))
            : item("A-1", "," + field);

    JsonObject reply = put(item("A-0"), bad, item("A-2"));

    JsonObject rejected = reply.objects("items").get(1);
    assertEquals(2L, reply.longValue("created"));
    assertEquals("rejected", rejected.text("outcome"));
    assertEquals(
        "/items/1" + pointer, rejected.objects("errors").getFirst().requiredText("pointer"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "shop.tw/p/1 ~ must be an http or https address",
        "https://user@shop.tw/p ~ must be an http or https address without a user name",
        "https://straße.example/p ~ must be an http or https address; its host must be written in"
            + " ASCII (xn--…)",
        "https://shop.tw/p 1 ~ must be an http or https address, with spaces and any of"
            + " \"<>\\^`{|}% in percent form",
      })
  void anAddressThatCantBeUsedIsRefusedWithWhatWouldBeRight(String url, String detail)
      throws MalformedJson {
    JsonObject reply = put(item("A-1").replace("https://shop.tw/p/1", url));

    JsonObject error = reply.objects("items").getFirst().objects("errors").getFirst();
    assertEquals("/items/0/url", error.requiredText("pointer"));
    assertEquals(detail, error.requiredText("detail"));
  }

  @Test
  void anInternationalisedHostIsTakenAndKeptAsItIs() throws MalformedJson {
    put(item("A-1").replace("https://shop.tw/p/1", "https://茶.example/p/茶"));

    assertEquals("https://茶.example/p/茶", stored("A-1").url());
    assertEquals(
        List.of(stored("A-1")),
        List.copyOf(
            catalogue.findByPage(merchant.id(), List.of("xn--cl1a.example/p/%E8%8C%B6")).values()));
  }

  @Test
  void allThatIsMissingIsSaidAtOnce() throws MalformedJson {
    JsonObject reply = put("{}");

    assertEquals(
        List.of("/items/0/sku", "/items/0/price", "/items/0/name", "/items/0/url"),
        reply.objects("items").getFirst().objects("errors").stream()
            .map(e -> e.requiredText("pointer"))
            .distinct()
            .toList());
  }

  @Test
  void whatWasPutIsFound() throws MalformedJson {
    put(item("A-1"));

    var found = catalogue.search(merchant.id(), ProductQuery.of("套"), new PageRequest(10, null));

    assertEquals(List.of(stored("A-1")), found.items());
  }
}
