package dev.parley.aws.forward;

import dev.parley.aws.chat.BoundKms;
import dev.parley.domain.forward.Endpoints;
import dev.parley.domain.forward.TargetHealths;
import dev.parley.testkit.aws.LocalAws;
import dev.parley.testkit.forward.EndpointsContractTest;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoEndpointsIT extends EndpointsContractTest {
  @RegisterExtension static final LocalAws AWS = new LocalAws();

  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
  private static String table = "";

  private final EndpointSecrets secrets = new EndpointSecrets(new BoundKms(), "key", CLOCK);

  @BeforeAll
  static void makeTable() {
    table = AWS.table();
  }

  @Override
  protected Endpoints endpoints() {
    return new DynamoEndpoints(AWS.dynamo(), table, secrets);
  }

  @Override
  protected TargetHealths healths() {
    return new DynamoTargetHealths(AWS.dynamo(), table);
  }
}
