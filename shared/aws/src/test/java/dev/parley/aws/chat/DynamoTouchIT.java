package dev.parley.aws.chat;

import dev.parley.testkit.aws.LocalAws;
import dev.parley.testkit.chat.ChatStores;
import dev.parley.testkit.chat.TouchContractTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoTouchIT extends TouchContractTest {
  @RegisterExtension static final LocalAws AWS = new LocalAws();

  private static TestTables tables = new TestTables(AWS, new ChatTables("", ""), "");

  @BeforeAll
  static void makeTables() {
    tables = TestTables.make(AWS);
  }

  @Override
  protected ChatStores stores() {
    return tables.stores();
  }
}
