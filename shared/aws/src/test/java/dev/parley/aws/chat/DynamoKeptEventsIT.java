package dev.parley.aws.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.parley.aws.item.Change;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.inbound.Arrival;
import dev.parley.domain.replay.Corrections;
import dev.parley.domain.replay.EventPlace;
import dev.parley.domain.replay.KeptEvent;
import dev.parley.domain.replay.KeptEvents;
import dev.parley.testkit.aws.LocalAws;
import dev.parley.testkit.chat.ChatStores;
import dev.parley.testkit.chat.Customer;
import dev.parley.testkit.chat.KeptEventsContractTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class DynamoKeptEventsIT extends KeptEventsContractTest {
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
  protected KeptEvents kept() {
    return new DynamoKeptEvents(AWS.dynamo(), tables.chat());
  }

  @Override
  protected Corrections corrections() {
    return new DynamoCorrections(AWS.dynamo(), tables.chat());
  }

  @Test
  void whatIsBrokenInAnItemIsToldOfAndHoldsNobodyUp() {
    Customer customer = new Customer(new MerchantId("mer_" + UUID.randomUUID()), "U1");
    Arrival said = customer.says("a", 1, 1);
    stores().arrivals().store(said);
    EventPlace place =
        new EventPlace(
            customer.merchant(),
            Customer.CHANNEL,
            ChannelType.LINE,
            customer.conversationId(),
            "position");
    Change broken =
        new Change()
            .set("content", "{}")
            .set("kind", "telepathy")
            .set("raw", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {120, 1})));
    AWS.dynamo()
        .updateItem(
            broken
                .request(tables.chat().messages(), ChatKeys.event(place, said.messageId()))
                .build());

    List<KeptEvent> found = kept().named(List.of(place), List.of(said.messageId()));

    assertEquals(1, found.size());
    assertNull(found.getFirst().content());
    assertNull(found.getFirst().raw());
  }
}
