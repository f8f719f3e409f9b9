package dev.parley.aws.admin;

import dev.parley.domain.merchant.AgentKeys;
import dev.parley.domain.merchant.Agents;
import dev.parley.domain.merchant.ApiKeys;
import dev.parley.domain.merchant.Merchants;
import dev.parley.testkit.aws.LocalAws;
import dev.parley.testkit.merchant.MerchantsContractTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoMerchantsIT extends MerchantsContractTest {
  @RegisterExtension static final LocalAws AWS = new LocalAws();

  private static String table = "";

  @BeforeAll
  static void makeTable() {
    table = AWS.table();
  }

  private static MerchantBook book() {
    return new MerchantBook(AWS.dynamo(), table);
  }

  @Override
  protected Merchants merchants() {
    return new DynamoMerchants(book());
  }

  @Override
  protected Agents agents() {
    return new DynamoAgents(book());
  }

  @Override
  protected AgentKeys keys() {
    return new DynamoAgentKeys(book());
  }

  @Override
  protected ApiKeys callers() {
    return new DynamoApiKeys(AWS.dynamo(), table, CLOCK);
  }
}
