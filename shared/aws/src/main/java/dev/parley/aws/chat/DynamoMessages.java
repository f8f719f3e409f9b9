package dev.parley.aws.chat;

import dev.parley.aws.http.BadInput;
import dev.parley.aws.item.Item;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.Messages;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.page.Page;
import dev.parley.domain.page.PageRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Messages in the messages' table; their ids sort by the platform's time. */
final class DynamoMessages implements Messages {
  /** Of one time, the one that was queued later is later. */
  private static final Comparator<Placed> CAME =
      Comparator.comparing((Placed placed) -> placed.message.place())
          .thenComparing(Placed::sequence);

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoMessages(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Page<Message> newest(MerchantId merchant, ConversationId conversation, PageRequest page) {
    return read(merchant, conversation, page, true);
  }

  @Override
  public Page<Message> oldest(MerchantId merchant, ConversationId conversation, PageRequest page) {
    return read(merchant, conversation, page, false);
  }

  private Page<Message> read(
      MerchantId merchant, ConversationId conversation, PageRequest page, boolean newestFirst) {
    QueryRequest.Builder query =
        QueryRequest.builder()
            .tableName(table)
            .keyConditionExpression("pk = :pk")
            .expressionAttributeValues(
                Map.of(":pk", AttributeValue.fromS(ChatKeys.messages(merchant, conversation))))
            .scanIndexForward(!newestFirst)
            .consistentRead(newestFirst)
            .limit(page.limit());
    String cursor = page.cursor();
    if (cursor != null) {
      query.exclusiveStartKey(start(merchant, conversation, cursor));
    }
    QueryResponse found = dynamo.query(query.build());
    List<Message> messages =
        found.items().stream()
            .map(item -> placed(merchant, conversation, Item.of(item)))
            .sorted(newestFirst ? CAME.reversed() : CAME)
            .map(Placed::message)
            .toList();
    return new Page<>(messages, Item.of(found.lastEvaluatedKey()).optionalText("sk"));
  }

  /**
   * A message and where it stands.
   *
   * @param sequence the queue's number of the delivery that it came by
   */
  private record Placed(Message message, String sequence) {}

  private static Placed placed(MerchantId merchant, ConversationId conversation, Item item) {
    String sequence = item.optionalText(MessageItems.SEQUENCE);
    return new Placed(
        MessageItems.read(merchant, conversation, item), sequence == null ? "" : sequence);
  }

  private static Map<String, AttributeValue> start(
      MerchantId merchant, ConversationId conversation, String cursor) {
    if (!cursor.matches("msg_[0-9A-Z]{26}")) {
      throw BadInput.cursor();
    }
    return ChatKeys.message(merchant, conversation, new MessageId(cursor));
  }
}
