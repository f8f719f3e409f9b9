package dev.parley.aws.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.aws.item.Deflated;
import dev.parley.aws.item.Item;
import dev.parley.aws.log.Log;
import dev.parley.domain.inbound.ParkedEvents;
import dev.parley.domain.inbound.ReceivedEvent;
import dev.parley.testkit.aws.LocalAws;
import dev.parley.testkit.chat.ParkedEventsContractTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class DynamoParkedEventsIT extends ParkedEventsContractTest {
  @RegisterExtension static final LocalAws AWS = new LocalAws();

  private static final byte[] UNKNOWN =
      """
      {"merchantId":"m","channelId":"c","channelType":"pigeon","deliveryId":"d","eventId":"e","receivedAt":1,"raw":"{}"}
      """
          .getBytes(StandardCharsets.UTF_8);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Log log = new Log("LineWebhook", InstantSource.system(), new PrintStream(out));
  private String table = "";

  @BeforeEach
  void makeTable() {
    table = AWS.table();
  }

  @Override
  protected ParkedEvents parked() {
    return new DynamoParkedEvents(AWS.dynamo(), table, log);
  }

  @Test
  void whatCanNotBeReadIsPutAsideAndHoldsUpNothing() {
    ReceivedEvent event = event(1, 1);
    parked().park(List.of(event));
    Map<String, AttributeValue> good = items().getFirst();
    Map<String, AttributeValue> bad = new HashMap<>(good);
    String earlier = "2000-01-01T00:00:00.000#x";
    bad.put("sk", AttributeValue.fromS(earlier));
    bad.put("body", Item.empty().bytes("b", Deflated.of(UNKNOWN)).attributes().get("b"));
    AWS.dynamo().putItem(r -> r.tableName(table).item(bad));

    assertEquals(List.of(event), parked().oldest(10));

    Map<String, AttributeValue> aside = new HashMap<>(bad);
    aside.put("pk", AttributeValue.fromS("E#unreadable"));
    assertEquals(Set.of(good, aside), Set.copyOf(items()));
    assertTrue(out.toString(StandardCharsets.UTF_8).contains("\"unreadable\":1,"));
  }

  private List<Map<String, AttributeValue>> items() {
    return AWS.dynamo().scan(r -> r.tableName(table)).items();
  }
}
