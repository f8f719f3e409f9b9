package dev.parley.aws.chat;

import dev.parley.domain.inbound.Senders;
import dev.parley.testkit.aws.LocalAws;
import dev.parley.testkit.chat.SendersContractTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoSendersIT extends SendersContractTest {
  @RegisterExtension static final LocalAws AWS = new LocalAws();

  private static TestTables tables = new TestTables(AWS, new ChatTables("", ""), "");

  @BeforeAll
  static void makeTables() {
    tables = TestTables.make(AWS);
  }

  @Override
  protected Senders senders() {
    return new DynamoSenders(AWS.dynamo(), tables.chat().conversations());
  }
}
