package dev.parley.aws.catalog;

import dev.parley.domain.catalog.Catalogue;
import dev.parley.domain.catalog.Products;
import dev.parley.testkit.aws.LocalAws;
import dev.parley.testkit.catalog.CatalogueContractTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoCatalogueIT extends CatalogueContractTest {
  @RegisterExtension static final LocalAws AWS = new LocalAws();

  private static String table = "";

  @BeforeAll
  static void makeTable() {
    table = AWS.table();
  }

  @Override
  protected Catalogue catalogue() {
    return new DynamoCatalogue(AWS.dynamo(), table, new DynamoProducts(AWS.dynamo(), table));
  }

  @Override
  protected Products products() {
    return new DynamoProducts(AWS.dynamo(), table);
  }
}
