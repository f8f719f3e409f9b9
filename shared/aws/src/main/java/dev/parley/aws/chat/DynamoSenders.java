package dev.parley.aws.chat;

import dev.parley.aws.item.Item;
import dev.parley.domain.fault.TransientFault;
import dev.parley.domain.inbound.InboundEvent.Source;
import dev.parley.domain.inbound.ReceivedEvent;
import dev.parley.domain.inbound.Senders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Ids of people who have several, each with the one that their conversation goes by. That is
 * written once and never changes, so this sandbox keeps what it has read.
 */
final class DynamoSenders implements Senders {
  private static final String GOES_BY = "goesBy";
  private static final int MOST = 10_000;
  private static final int MOST_TRIES = 5;

  private final DynamoDbClient dynamo;
  private final String table;
  private final Map<Map<String, AttributeValue>, String> kept =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Map<String, AttributeValue>, String> eldest) {
          return size() > MOST;
        }
      };

  DynamoSenders(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public synchronized String find(ReceivedEvent received, Source source) {
    List<String> others = source.otherIds();
    if (others == null) {
      return source.id();
    }
    Set<String> ids = new LinkedHashSet<>();
    ids.add(source.id());
    ids.addAll(others);
    for (int i = 0; i < MOST_TRIES; i++) {
      Optional<String> found = found(received, ids);
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new TransientFault("The ids of a person are being written by others");
  }

  /** Returns what the ids go by, all of them from now on; empty when another wrote meanwhile. */
  private Optional<String> found(ReceivedEvent received, Set<String> ids) {
    List<Map<String, AttributeValue>> keys =
        ids.stream()
            .map(id -> ChatKeys.alias(received.merchantId(), received.channelId(), id))
            .toList();
    List<Map<String, AttributeValue>> unknown = new ArrayList<>();
    String goesBy = null;
    for (Map<String, AttributeValue> key : keys) {
      String known = known(key);
      if (known == null) {
        unknown.add(key);
      } else if (goesBy == null) {
        goesBy = known;
      }
    }
    String name = goesBy == null ? ids.iterator().next() : goesBy;
    return unknown.isEmpty() || written(unknown, name) ? Optional.of(name) : Optional.empty();
  }

  private @Nullable String known(Map<String, AttributeValue> key) {
    String before = kept.get(key);
    if (before != null) {
      return before;
    }
    var found = dynamo.getItem(r -> r.tableName(table).key(key).consistentRead(true));
    if (!found.hasItem()) {
      return null;
    }
    String name = Item.of(found.item()).text(GOES_BY);
    kept.put(key, name);
    return name;
  }

  private boolean written(List<Map<String, AttributeValue>> keys, String name) {
    List<TransactWriteItem> writes =
        keys.stream().map(key -> write(Item.of(key).text(GOES_BY, name))).toList();
    try {
      dynamo.transactWriteItems(r -> r.transactItems(writes));
    } catch (TransactionCanceledException e) {
      return false;
    }
    keys.forEach(key -> kept.put(key, name));
    return true;
  }

  private TransactWriteItem write(Item item) {
    return TransactWriteItem.builder()
        .put(
            p ->
                p.tableName(table)
                    .item(item.attributes())
                    .conditionExpression("attribute_not_exists(pk)"))
        .build();
  }
}
