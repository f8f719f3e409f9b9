package dev.parley.aws.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.fault.TransientFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

class BatchReadTest {
  private static final String TABLE = "things";

  /** A table that has all that it is asked for, and leaves all but so many keys unread. */
  private static final class Table implements DynamoDbClient {
    private final List<Integer> requests = new ArrayList<>();
    private final int most;

    Table(int most) {
      this.most = most;
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
      KeysAndAttributes asked = Objects.requireNonNull(request.requestItems().get(TABLE));
      requests.add(asked.keys().size());
      var read = asked.keys().subList(0, Math.min(most, asked.keys().size()));
      var left = asked.keys().subList(read.size(), asked.keys().size());
      return BatchGetItemResponse.builder()
          .responses(Map.of(TABLE, read))
          .unprocessedKeys(
              left.isEmpty() ? Map.of() : Map.of(TABLE, asked.toBuilder().keys(left).build()))
          .build();
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {}
  }

  private static List<Map<String, AttributeValue>> keys(int many) {
    return IntStream.range(0, many).mapToObj(i -> Item.at("a" + i, "b").key()).toList();
  }

  @Test
  void readsAHundredAtOnceAndEachOnce() {
    Table table = new Table(100);
    List<Map<String, AttributeValue>> twice = new ArrayList<>(keys(130));
    twice.addAll(keys(130));

    assertEquals(130, BatchRead.consistent(table, TABLE).items(twice).size());
    assertEquals(List.of(100, 30), table.requests);
  }

  @Test
  void asksAgainForWhatWasLeft() {
    Table table = new Table(4);

    assertEquals(10, BatchRead.eventual(table, TABLE).items(keys(10)).size());
    assertEquals(List.of(10, 6, 2), table.requests);
  }

  @Test
  void givesUpOnATableThatGoesOnLeavingKeysUnread() {
    Table table = new Table(0);
    BatchRead read = BatchRead.eventual(table, TABLE);

    assertThrows(TransientFault.class, () -> read.items(keys(1)));
    assertEquals(8, table.requests.size());
  }

  @Test
  void asksNothingForNothing() {
    Table table = new Table(1);

    assertEquals(List.of(), BatchRead.eventual(table, TABLE).items(List.of()));
    assertEquals(List.of(), table.requests);
  }
}
