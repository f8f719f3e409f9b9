package dev.parley.aws.referral;

import dev.parley.testkit.aws.LocalAws;
import dev.parley.testkit.referral.AttributionContractTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoAttributionIT extends AttributionContractTest {
  @RegisterExtension static final LocalAws AWS = new LocalAws();

  private static String referrals = "";
  private static String orders = "";
  private static String figures = "";

  @BeforeAll
  static void makeTables() {
    referrals = AWS.table(Map.of("byContact", "contactPk contactSk", "byDay", "creditPk creditSk"));
    orders = AWS.table();
    figures = AWS.table();
  }

  @Override
  protected Stores stores() {
    return new Stores(
        new DynamoReferrals(AWS.dynamo(), referrals),
        new DynamoClicks(AWS.dynamo(), referrals, figures),
        new DynamoOrders(AWS.dynamo(), orders),
        new DynamoCustomers(AWS.dynamo(), referrals),
        new DynamoCredits(AWS.dynamo(), referrals, figures),
        new DynamoFigureCells(AWS.dynamo(), figures));
  }
}
