package dev.parley.aws.deadletter;

import dev.parley.aws.item.Item;
import dev.parley.domain.deadletter.FailureNotes;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Notes in the dead letters' table, for a day longer than a queue keeps its messages. */
final class DynamoFailureNotes implements FailureNotes {
  private static final Duration LIFE = Duration.ofDays(15);
  private static final String AT = "at";
  private static final String REASON = "reason";

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoFailureNotes(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public void note(String message, Note note) {
    Item item =
        Item.of(DeadLetterKeys.note(message))
            .time(AT, note.at())
            .text(REASON, note.reason())
            .number(DeadLetterItems.EXPIRES_AT, note.at().plus(LIFE).getEpochSecond());
    dynamo.putItem(r -> r.tableName(table).item(item.attributes()));
  }

  @Override
  public Optional<Note> find(String message) {
    var found =
        dynamo.getItem(
            r -> r.tableName(table).key(DeadLetterKeys.note(message)).consistentRead(true));
    return Optional.of(Item.of(found.item()))
        .filter(item -> item.has(AT))
        .map(item -> new Note(item.time(AT), item.text(REASON)));
  }
}
