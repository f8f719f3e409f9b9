package dev.parley.aws.chat;

import dev.parley.aws.log.Console;
import dev.parley.aws.log.Log;
import dev.parley.domain.inbound.ParkedEvents;
import dev.parley.testkit.aws.LocalAws;
import dev.parley.testkit.chat.ParkedEventsContractTest;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoParkedEventsIT extends ParkedEventsContractTest {
  @RegisterExtension static final LocalAws AWS = new LocalAws();

  private final Log log = new Log("LineWebhook", InstantSource.system(), Console.out());
  private String table = "";

  @BeforeEach
  void makeTable() {
    table = AWS.table();
  }

  @Override
  protected ParkedEvents parked() {
    return new DynamoParkedEvents(AWS.dynamo(), table, log);
  }
}
