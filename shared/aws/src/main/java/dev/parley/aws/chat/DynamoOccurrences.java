package dev.parley.aws.chat;

import dev.parley.aws.item.Item;
import dev.parley.domain.forward.Occurrence;
import dev.parley.domain.forward.Occurrences;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the tables of messages and conversations hold where changes were. */
final class DynamoOccurrences implements Occurrences {
  private final DynamoDbClient dynamo;
  private final ChatTables tables;

  DynamoOccurrences(DynamoDbClient dynamo, ChatTables tables) {
    this.dynamo = dynamo;
    this.tables = tables;
  }

  @Override
  public Optional<Occurrence> find(Place place, Instant now) {
    boolean contact = place.name().equals(OccurrenceItems.CONTACT);
    String table = contact ? tables.conversations() : tables.messages();
    var key = Item.at(place.partition(), place.name()).attributes();
    var found = dynamo.getItem(r -> r.tableName(table).key(key).consistentRead(true));
    return OccurrenceItems.of(Map.of(), found.item(), now);
  }
}
