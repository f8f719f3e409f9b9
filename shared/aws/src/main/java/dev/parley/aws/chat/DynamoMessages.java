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
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Messages in the messages' table; their ids sort by the platform's time. */
final class DynamoMessages implements Messages {
  private final DynamoDbClient dynamo;
  private final String table;

  DynamoMessages(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Page<Message> newest(MerchantId merchant, ConversationId conversation, PageRequest page) {
    return read(merchant, conversation, page, q -> q.scanIndexForward(false).consistentRead(true));
  }

  @Override
  public Page<Message> oldest(MerchantId merchant, ConversationId conversation, PageRequest page) {
    return read(merchant, conversation, page, q -> q.scanIndexForward(true).consistentRead(false));
  }

  private Page<Message> read(
      MerchantId merchant,
      ConversationId conversation,
      PageRequest page,
      Consumer<QueryRequest.Builder> how) {
    QueryRequest.Builder query =
        QueryRequest.builder()
            .tableName(table)
            .keyConditionExpression("pk = :pk")
            .expressionAttributeValues(
                Map.of(":pk", AttributeValue.fromS(ChatKeys.messages(merchant, conversation))))
            .limit(page.limit());
    how.accept(query);
    String cursor = page.cursor();
    if (cursor != null) {
      query.exclusiveStartKey(start(merchant, conversation, cursor));
    }
    QueryResponse found = dynamo.query(query.build());
    List<Message> messages =
        found.items().stream()
            .map(item -> MessageItems.read(merchant, conversation, Item.of(item)))
            .toList();
    return new Page<>(messages, Item.of(found.lastEvaluatedKey()).optionalText("sk"));
  }

  private static Map<String, AttributeValue> start(
      MerchantId merchant, ConversationId conversation, String cursor) {
    if (!cursor.matches("msg_[0-9A-Z]{26}")) {
      throw BadInput.cursor();
    }
    return ChatKeys.message(merchant, conversation, new MessageId(cursor));
  }
}
