package dev.parley.aws.chat;

import dev.parley.domain.conversation.Receipts;
import dev.parley.domain.id.MerchantId;
import dev.parley.testkit.aws.LocalAws;
import dev.parley.testkit.chat.ChatStores;
import dev.parley.testkit.chat.ReceiptsContractTest;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoReceiptsIT extends ReceiptsContractTest {
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

  @Override
  protected Receipts receipts() {
    return new DynamoReceipts(AWS.dynamo(), tables.chat(), tables.figures());
  }

  @Override
  protected long counted(MerchantId merchant) {
    return AWS.dynamo().scan(r -> r.tableName(tables.figures())).items().stream()
        .filter(cell -> String.valueOf(cell.get("pk")).contains(merchant.value() + "#"))
        .map(cell -> cell.get("MESSAGES"))
        .filter(Objects::nonNull)
        .mapToLong(value -> Long.parseLong(value.n()))
        .sum();
  }
}
