package dev.parley.aws.referral;

import dev.parley.testkit.aws.LocalAws;
import dev.parley.testkit.referral.AttributionContractTest.Stores;
import dev.parley.testkit.referral.CountingContractTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoCreditsIT extends CountingContractTest {
  @RegisterExtension static final LocalAws AWS = new LocalAws();

  private static String referrals = "";
  private static String orders = "";
  private static String figures = "";

  @BeforeAll
  static void makeTables() {
    referrals = AWS.table(DynamoAttributionIT.INDEXES);
    orders = AWS.table();
    figures = AWS.table();
  }

  @Override
  protected Stores stores() {
    return DynamoAttributionIT.stores(AWS.dynamo(), referrals, orders, figures);
  }
}
