package dev.parley.aws.chat;

import dev.parley.aws.item.BatchRead;
import dev.parley.aws.item.Item;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.id.Ulids;
import dev.parley.domain.page.Page;
import dev.parley.domain.page.PageRequest;
import dev.parley.domain.replay.EventPlace;
import dev.parley.domain.replay.KeptEvent;
import dev.parley.domain.replay.KeptEvents;
import dev.parley.domain.replay.Walk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Raw events in the messages' table. The inbox names a merchant's conversations; each of them is
 * then asked by itself, so no message needs an index that costs a write.
 */
final class DynamoKeptEvents implements KeptEvents {
  private static final Duration LATE = Duration.ofDays(2);
  private static final Duration EARLY = Duration.ofMinutes(5);
  private static final String PK = ":pk";
  private static final String FROM = ":from";
  private static final String TO = ":to";

  private final DynamoDbClient dynamo;
  private final ChatTables tables;

  DynamoKeptEvents(DynamoDbClient dynamo, ChatTables tables) {
    this.dynamo = dynamo;
    this.tables = tables;
  }

  @Override
  public Page<EventPlace> conversations(
      MerchantId merchant, @Nullable ChannelId channel, Walk walk, int limit) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(PK, text(merchant.value()));
    values.put(TO, text(end(walk)));
    String range = "inboxSk < :to";
    if (!walk.newestFirst()) {
      values.put(FROM, text(begin(walk)));
      range = "inboxSk BETWEEN :from AND :to";
    }
    QueryRequest.Builder query =
        QueryRequest.builder()
            .tableName(tables.conversations())
            .indexName(ChatKeys.INBOX)
            .keyConditionExpression("inboxPk = :pk AND " + range)
            .scanIndexForward(!walk.newestFirst())
            .limit(limit);
    if (channel != null) {
      values.put(":channelId", text(channel.value()));
      query.filterExpression("channelId = :channelId");
    }
    QueryResponse found = dynamo.query(query.expressionAttributeValues(values).build());
    List<EventPlace> places =
        found.items().stream().map(item -> place(merchant, Item.of(item))).toList();
    return new Page<>(places, Item.of(found.lastEvaluatedKey()).optionalText(ChatKeys.INBOX_SK));
  }

  private static String end(Walk walk) {
    String after = walk.after();
    return walk.newestFirst() && after != null ? after : ChatKeys.inboxTime(walk.to());
  }

  /** Returns what is greater than the key of the last that was seen, or the time. */
  private static String begin(Walk walk) {
    String after = walk.after();
    if (after != null) {
      return after + " ";
    }
    Instant from = walk.from();
    return from == null ? " " : ChatKeys.inboxTime(from);
  }

  private static EventPlace place(MerchantId merchant, Item entry) {
    String pk = entry.text("pk");
    return new EventPlace(
        merchant,
        new ChannelId(entry.text("channelId")),
        ChannelType.named(entry.text("channelType")).orElseThrow(),
        new ConversationId(pk.substring(merchant.value().length() + 1)),
        entry.text(ChatKeys.INBOX_SK));
  }

  /** A message's key begins with the platform's time, its item holds when it was received. */
  @Override
  public Page<KeptEvent> received(EventPlace place, Instant from, Instant to, PageRequest page) {
    String cursor = page.cursor();
    String begin = "msg_" + Ulids.time(from.minus(LATE));
    Map<String, AttributeValue> values =
        Map.of(
            PK,
            text(ChatKeys.events(place)),
            ":first",
            text(cursor == null ? begin : cursor + " "),
            ":last",
            text("msg_" + Ulids.time(to.plus(EARLY)) + "~"),
            FROM,
            AttributeValue.fromN(Long.toString(from.toEpochMilli())),
            TO,
            AttributeValue.fromN(Long.toString(to.toEpochMilli() - 1)));
    QueryResponse found =
        dynamo.query(
            r ->
                r.tableName(tables.messages())
                    .keyConditionExpression("pk = :pk AND sk BETWEEN :first AND :last")
                    .filterExpression("receivedAt BETWEEN :from AND :to")
                    .expressionAttributeValues(values)
                    .consistentRead(true)
                    .limit(page.limit()));
    List<KeptEvent> events =
        found.items().stream().map(item -> MessageItems.kept(place, Item.of(item))).toList();
    return new Page<>(events, Item.of(found.lastEvaluatedKey()).optionalText("sk"));
  }

  @Override
  public List<KeptEvent> named(List<EventPlace> places, List<MessageId> ids) {
    Map<String, EventPlace> byKey = new HashMap<>();
    List<Map<String, AttributeValue>> keys = new ArrayList<>();
    for (EventPlace place : places) {
      byKey.put(ChatKeys.events(place), place);
      ids.forEach(id -> keys.add(ChatKeys.event(place, id)));
    }
    List<KeptEvent> found = new ArrayList<>();
    for (Item item : BatchRead.eventual(dynamo, tables.messages()).items(keys)) {
      EventPlace place = byKey.get(item.text("pk"));
      if (place != null) {
        found.add(MessageItems.kept(place, item));
      }
    }
    return found;
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}
