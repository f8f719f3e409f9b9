package dev.parley.aws.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.aws.http.BadInput;
import dev.parley.domain.conversation.Inbox.Filter;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.page.PageRequest;
import dev.parley.testkit.aws.LocalAws;
import dev.parley.testkit.chat.ChatStores;
import dev.parley.testkit.chat.InboxContractTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DynamoInboxIT extends InboxContractTest {
  @RegisterExtension static final LocalAws AWS = new LocalAws();

  private static final MerchantId MERCHANT = new MerchantId("mer_inbox");
  private static TestTables tables = new TestTables(AWS, new ChatTables("", ""), "");

  @BeforeAll
  static void makeTables() {
    tables = TestTables.make(AWS);
  }

  @Override
  protected ChatStores stores() {
    return tables.stores();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "2026-11-24T12:00:00.000#cnv_1", "msg_1", "%00"})
  void refusesACursorThatItDidNotGive(String cursor) {
    PageRequest page = new PageRequest(2, cursor);
    ConversationId id = new ConversationId("cnv_1");

    assertThrows(BadInput.class, () -> stores().inbox().list(MERCHANT, Filter.ALL, page));
    assertThrows(BadInput.class, () -> stores().messages().newest(MERCHANT, id, page));
  }

  @Test
  void refusesACursorOutsideOfTheTimeThatIsAskedFor() {
    String cursor = "2026-11-24T12:00:00.000#cnv_01K0000000000000000000000A";
    PageRequest page = new PageRequest(2, cursor);
    Instant later = Instant.parse("2026-11-24T12:00:00.001Z");
    Filter after = new Filter(null, null, null, null, later, null);
    Filter before = new Filter(null, null, null, null, null, later.minusMillis(1));

    assertThrows(BadInput.class, () -> stores().inbox().list(MERCHANT, after, page));
    assertThrows(BadInput.class, () -> stores().inbox().list(MERCHANT, before, page));
    assertEquals(List.of(), stores().inbox().list(MERCHANT, Filter.ALL, page).items());
  }
}
