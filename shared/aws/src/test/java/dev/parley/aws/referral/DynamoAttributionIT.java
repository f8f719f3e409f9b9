package dev.parley.aws.referral;

import dev.parley.testkit.aws.LocalAws;
import dev.parley.testkit.referral.AttributionContractTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

final class DynamoAttributionIT extends AttributionContractTest {
  static final Map<String, String> INDEXES =
      Map.of("byContact", "contactPk contactSk", "byDay", "creditPk creditSk");

  @RegisterExtension static final LocalAws AWS = new LocalAws();

  private static String referrals = "";
  private static String orders = "";
  private static String figures = "";

  @BeforeAll
  static void makeTables() {
    referrals = AWS.table(INDEXES);
    orders = AWS.table();
    figures = AWS.table();
  }

  @Override
  protected Stores stores() {
    return stores(AWS.dynamo(), referrals, orders, figures);
  }

  static Stores stores(DynamoDbClient dynamo, String referrals, String orders, String figures) {
    return new Stores(
        new DynamoReferrals(dynamo, referrals),
        new DynamoClicks(dynamo, referrals, figures),
        new DynamoOrders(dynamo, orders),
        new DynamoCustomers(dynamo, referrals),
        new DynamoCredits(dynamo, referrals, figures),
        new DynamoFigureCells(dynamo, figures));
  }
}
