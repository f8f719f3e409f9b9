package dev.parley.bench.search;

import dev.parley.aws.catalog.DynamoCatalogue;
import dev.parley.aws.catalog.DynamoProducts;
import dev.parley.aws.runtime.AwsClients;
import dev.parley.aws.runtime.Connections;
import dev.parley.aws.runtime.RuntimeEnvironment;
import dev.parley.domain.catalog.Availability;
import dev.parley.domain.catalog.Product;
import dev.parley.domain.id.MerchantId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Fills a merchant's catalogue, with the adapter's own items. */
final class Catalogues {
  private static final int AT_ONCE = 500;
  private static final Money PRICE = Money.ofMinor(CurrencyUnit.of("TWD"), 129_000);

  private Catalogues() {}

  /**
   * Puts so many products.
   *
   * @param environment of the function that puts products
   */
  static void fill(Map<String, String> environment, MerchantId merchant, int products) {
    RuntimeEnvironment here = new RuntimeEnvironment(environment, InstantSource.system());
    try (Connections connections = new Connections();
        DynamoDbClient dynamo = new Bulk(new AwsClients(here, connections).dynamoDb())) {
      String table = here.required("PRODUCTS_TABLE");
      DynamoCatalogue catalogue =
          new DynamoCatalogue(dynamo, table, new DynamoProducts(dynamo, table));
      for (int from = 0; from < products; from += AT_ONCE) {
        List<Product> some = new ArrayList<>();
        for (int i = from; i < Math.min(products, from + AT_ONCE); i++) {
          some.add(product(merchant, i));
        }
        catalogue.put(merchant, some);
      }
    }
  }

  private static Product product(MerchantId merchant, int number) {
    String sku = Names.sku(number);
    return new Product(
        Product.idOf(merchant, sku),
        sku,
        Names.name(number),
        "產地直送，品質保證。 " + number,
        PRICE,
        null,
        "https://img.example.com/" + number + ".jpg",
        "https://shop.example.com/p/" + number,
        Availability.IN_STOCK,
        25L,
        List.of(),
        Product.Source.MANUAL,
        null);
  }
}
