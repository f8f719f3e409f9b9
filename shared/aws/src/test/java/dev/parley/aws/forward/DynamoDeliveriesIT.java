package dev.parley.aws.forward;

import dev.parley.domain.forward.Deliveries;
import dev.parley.domain.forward.DueDeliveries;
import dev.parley.testkit.aws.LocalAws;
import dev.parley.testkit.forward.DeliveriesContractTest;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoDeliveriesIT extends DeliveriesContractTest {
  @RegisterExtension static final LocalAws AWS = new LocalAws();

  private static String table = "";

  @BeforeAll
  static void makeTable() {
    table = AWS.table(Map.of("byStatus", "statusPk statusSk", "due", "duePk dueSk"));
  }

  @Override
  protected Deliveries deliveries() {
    return new DynamoDeliveries(AWS.dynamo(), table, () -> NOON);
  }

  @Override
  protected DueDeliveries due(Instant now) {
    return new DynamoDueDeliveries(AWS.dynamo(), table, () -> now);
  }
}
