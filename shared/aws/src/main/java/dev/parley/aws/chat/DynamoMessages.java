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
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Messages in the messages' table; their ids sort by the platform's time. */
final class DynamoMessages implements Messages {
  /** Some platforms tell times in seconds: of one time, the one that was queued later is later. */
  private static final Comparator<Item> CAME =
      Comparator.comparing((Item item) -> timeOf(item.text("sk")))
          .thenComparing(
              item -> Objects.requireNonNullElse(item.optionalText(MessageItems.SEQUENCE), ""));

  private static final int LENGTH_OF_TIME = "msg_".length() + 10;

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
            .map(Item::of)
            .sorted(newestFirst ? CAME.reversed() : CAME)
            .map(item -> MessageItems.read(merchant, conversation, item))
            .toList();
    return new Page<>(messages, Item.of(found.lastEvaluatedKey()).optionalText("sk"));
  }

  private static String timeOf(String messageId) {
    return messageId.substring(0, Math.min(messageId.length(), LENGTH_OF_TIME));
  }

  private static Map<String, AttributeValue> start(
      MerchantId merchant, ConversationId conversation, String cursor) {
    if (!cursor.matches("msg_[0-9A-Z]{26}")) {
      throw BadInput.cursor();
    }
    return ChatKeys.message(merchant, conversation, new MessageId(cursor));
  }
}
