package dev.parley.aws.parking;

import dev.parley.aws.item.Deflated;
import dev.parley.aws.item.Item;
import dev.parley.aws.log.Log;
import dev.parley.domain.parking.Parked;
import dev.parley.json.MalformedJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Things of one kind in the parking table, which all merchants share. Its key is {@code kind#shard
 * | time#id}: it is read by which of a kind have waited longest. What can't be read is put aside,
 * under {@code kind#unreadable}, for a person to look at.
 *
 * @param <T> what is parked
 */
public abstract class ParkedItems<T> implements Parked<T> {
  private static final int SHARDS = 4;
  private static final String BODY = "body";
  private static final String UNREADABLE = "#unreadable";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  private final DynamoDbClient dynamo;
  private final String table;
  private final String kind;
  private final Log log;

  /**
   * @param kind a letter that no other kind has
   */
  protected ParkedItems(DynamoDbClient dynamo, String table, String kind, Log log) {
    this.dynamo = dynamo;
    this.table = table;
    this.kind = kind;
    this.log = log;
  }

  /** Returns what tells the thing apart; it stays the same when the thing is parked again. */
  protected abstract String id(T thing);

  /** Returns the time that it waits from. */
  protected abstract Instant since(T thing);

  protected abstract String write(T thing);

  protected abstract T read(String body) throws MalformedJson;

  @Override
  public void park(List<T> things) {
    for (T thing : things) {
      byte[] body = write(thing).getBytes(StandardCharsets.UTF_8);
      Item item = Item.of(key(thing)).bytes(BODY, Deflated.of(body));
      dynamo.putItem(r -> r.tableName(table).item(item.attributes()));
    }
    log.warn(w -> w.field("parked", things.size())); // what the alarm on parked things counts
  }

  @Override
  public List<T> oldest(int most) {
    return IntStream.range(0, SHARDS)
        .boxed()
        .flatMap(shard -> oldestOf(shard, most))
        .sorted(Comparator.comparing(this::since).thenComparing(this::id))
        .limit(most)
        .toList();
  }

  private Stream<T> oldestOf(int shard, int most) {
    QueryRequest request =
        QueryRequest.builder()
            .tableName(table)
            .keyConditionExpression("pk = :pk")
            .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(pk(shard))))
            .consistentRead(true)
            .limit(most)
            .build();
    return dynamo.query(request).items().stream().flatMap(item -> thing(Item.of(item)).stream());
  }

  private Optional<T> thing(Item item) {
    try {
      return Optional.of(
          read(new String(Deflated.inflate(item.bytes(BODY)), StandardCharsets.UTF_8)));
    } catch (MalformedJson e) {
      putAside(item);
      log.error(e, w -> w.field("unreadable", 1).field("parkedAs", item.text("sk"))); // An alarm.
      return Optional.empty();
    }
  }

  /** The copy comes first: a fault after it leaves both, and the next look puts it aside again. */
  private void putAside(Item item) {
    Item aside = Item.at(kind + UNREADABLE, item.text("sk")).bytes(BODY, item.bytes(BODY));
    dynamo.putItem(r -> r.tableName(table).item(aside.attributes()));
    dynamo.deleteItem(
        r -> r.tableName(table).key(Item.at(item.text("pk"), item.text("sk")).attributes()));
  }

  @Override
  public void release(List<T> things) {
    for (T thing : things) {
      dynamo.deleteItem(r -> r.tableName(table).key(key(thing)));
    }
  }

  private Map<String, AttributeValue> key(T thing) {
    int shard = Math.floorMod(id(thing).hashCode(), SHARDS);
    return Item.at(pk(shard), TIME.format(since(thing)) + "#" + id(thing)).attributes();
  }

  private String pk(int shard) {
    return kind + "#" + shard;
  }
}
