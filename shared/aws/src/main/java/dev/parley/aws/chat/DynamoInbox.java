package dev.parley.aws.chat;

import dev.parley.aws.http.BadInput;
import dev.parley.aws.item.BatchRead;
import dev.parley.aws.item.Item;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Inbox;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.page.Page;
import dev.parley.domain.page.PageRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * The inbox: an index over the heads by the time of their last message, which holds what the list
 * filters by; the heads shown are then read in one batch.
 */
final class DynamoInbox implements Inbox {
  private static final int MOST_QUERIES = 10;
  private static final Pattern CURSOR =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]{12}#(cnv_[0-9A-Z]{26})");

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoInbox(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Page<Conversation> list(MerchantId merchant, Filter filter, PageRequest page) {
    if (filter.isEndedBeforeItBegins()) {
      return new Page<>(List.of(), null); // A query with such a range is an error to DynamoDB.
    }
    InboxFilter conditions = new InboxFilter(merchant, filter);
    List<Item> found = new ArrayList<>();
    Map<String, AttributeValue> from = start(merchant, conditions, page.cursor());
    for (int i = 0; i < MOST_QUERIES; i++) {
      QueryResponse response = dynamo.query(query(conditions, page.limit(), from));
      response.items().forEach(item -> found.add(Item.of(item)));
      from = response.lastEvaluatedKey();
      if (found.size() >= page.limit() || from.isEmpty()) {
        break;
      }
    }
    List<Item> shown = found.subList(0, Math.min(found.size(), page.limit()));
    return new Page<>(heads(shown), next(found, shown, from));
  }

  private static @Nullable String next(
      List<Item> found, List<Item> shown, Map<String, AttributeValue> from) {
    if (found.size() > shown.size()) {
      return shown.getLast().text(ChatKeys.INBOX_SK);
    }
    return from.isEmpty() ? null : Item.of(from).text(ChatKeys.INBOX_SK);
  }

  private static Map<String, AttributeValue> start(
      MerchantId merchant, InboxFilter conditions, @Nullable String cursor) {
    if (cursor == null) {
      return Map.of();
    }
    var read = CURSOR.matcher(cursor);
    if (!read.matches() || !conditions.holds(cursor)) {
      throw BadInput.cursor();
    }
    return Item.of(ChatKeys.head(merchant, new ConversationId(read.group(1))))
        .text(ChatKeys.INBOX_PK, merchant.value())
        .text(ChatKeys.INBOX_SK, cursor)
        .attributes();
  }

  private QueryRequest query(InboxFilter conditions, int limit, Map<String, AttributeValue> from) {
    QueryRequest.Builder query =
        QueryRequest.builder()
            .tableName(table)
            .indexName(ChatKeys.INBOX)
            .keyConditionExpression(conditions.key())
            .expressionAttributeNames(conditions.names())
            .expressionAttributeValues(conditions.values())
            .scanIndexForward(false)
            .limit(conditions.filter().isEmpty() ? limit : Math.max(limit, 100));
    if (!conditions.filter().isEmpty()) {
      query.filterExpression(conditions.filter());
    }
    return (from.isEmpty() ? query : query.exclusiveStartKey(from)).build();
  }

  private List<Conversation> heads(List<Item> shown) {
    Map<Map<String, AttributeValue>, Item> byKey = new HashMap<>();
    BatchRead.eventual(dynamo, table)
        .items(shown.stream().map(Item::key).toList())
        .forEach(item -> byKey.put(item.key(), item));
    return shown.stream()
        .map(Item::key)
        .filter(byKey::containsKey)
        .map(key -> ConversationItems.read(byKey.getOrDefault(key, Item.empty())))
        .toList();
  }
}
