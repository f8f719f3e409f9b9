package dev.parley.aws.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.aws.item.Deflated;
import dev.parley.aws.item.Item;
import dev.parley.domain.conversation.MessageContent.Unknown;
import dev.parley.domain.inbound.Arrival;
import dev.parley.testkit.aws.LocalAws;
import dev.parley.testkit.chat.ArrivalsContractTest;
import dev.parley.testkit.chat.ChatStores;
import dev.parley.testkit.chat.Customer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoArrivalsIT extends ArrivalsContractTest {
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

  private static Item item(String pk, Arrival arrival) {
    var key = Item.at(pk, arrival.messageId().value()).attributes();
    return Item.of(
        AWS.dynamo().getItem(r -> r.tableName(tables.chat().messages()).key(key)).item());
  }

  @Test
  void anEventOfNoConversationIsKeptUnderItsChannel() {
    Arrival event = customer.sends("x", new Unknown("activated"), 1, 1);

    arrivals().keep(event);

    assertTrue(item(customer.merchant().value() + "#" + Customer.CHANNEL, event).has("raw"));
  }

  @Test
  void theRawEventOfAKnownKindIsKeptBesideItsMessage() {
    Arrival said = customer.says("a", 1, 1);

    arrivals().store(said);

    Item item = item(customer.merchant() + "#" + customer.conversationId(), said);
    String raw = new String(Deflated.inflate(item.bytes("raw")), StandardCharsets.UTF_8);
    assertEquals(said.received().raw(), raw);
  }
}
