package dev.parley.aws.chat;

import dev.parley.aws.item.Change;
import dev.parley.aws.item.Item;
import dev.parley.domain.conversation.Echo;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.Message.Failure;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.Progress;
import dev.parley.domain.conversation.Receipt;
import dev.parley.domain.conversation.Receipts;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.Ulids;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** Receipts as times in the conversation's head and ranks in messages, which only ever rise. */
final class DynamoReceipts implements Receipts {
  private static final String FORWARD =
      "attribute_exists(pk) AND (attribute_not_exists(#progress) OR #progress < :progress)";

  private final DynamoDbClient dynamo;
  private final ChatTables tables;
  private final SentMarks sentMarks;

  /**
   * @param figures the name of the table with the report's cells
   */
  DynamoReceipts(DynamoDbClient dynamo, ChatTables tables, String figures) {
    this.dynamo = dynamo;
    this.tables = tables;
    this.sentMarks = new SentMarks(dynamo, tables, figures);
  }

  @Override
  public void keep(MerchantId merchant, ConversationId conversation, Receipt.UpTo receipt) {
    String time =
        receipt.progress() == Progress.READ
            ? ConversationItems.READ_UNTIL
            : ConversationItems.DELIVERED_UNTIL;
    Change change =
        new Change()
            .set(time, receipt.time().toEpochMilli())
            .when("attribute_not_exists(#%s) OR #%s < :%s".formatted(time, time, time));
    try {
      dynamo.updateItem(
          change.request(tables.conversations(), ChatKeys.head(merchant, conversation)).build());
    } catch (ConditionalCheckFailedException e) {
      return; // A later one is kept.
    }
  }

  @Override
  public void keep(MerchantId merchant, Receipt.Of receipt) {
    var key = ChatKeys.message(merchant, receipt.conversationId(), receipt.messageId());
    Item message = progressed(key, receipt);
    if (message.has(MessageItems.COUNTS) && isOpen(message)) {
      showAsLast(merchant, receipt, message);
      Change change = new Change().set(MessageItems.SENT_AT, receipt.at().toEpochMilli());
      sentMarks.mark(merchant, key, change, CountJson.read(message.text(MessageItems.COUNTS)));
    }
  }

  /** Before it is marked sent: who dies in between does both again. */
  private void showAsLast(MerchantId merchant, Receipt.Of receipt, Item message) {
    MessageContent content = ContentJson.read(message.optionalText(MessageItems.CONTENT));
    Instant queuedAt = message.time(MessageItems.SENT_AT);
    if (content != null) {
      Instant at = receipt.at().isBefore(queuedAt) ? queuedAt : receipt.at();
      new ShownLast(merchant, receipt.conversationId(), receipt.messageId(), content, queuedAt)
          .write(dynamo, tables.conversations(), at);
    }
  }

  @Override
  public Optional<Echo.Found> echoed(
      MerchantId merchant, ConversationId conversation, Instant at, Echo echo) {
    Map<String, AttributeValue> values =
        Item.empty()
            .text(":pk", ChatKeys.messages(merchant, conversation))
            .text(":from", "msg_" + Ulids.time(at.minus(Echo.BEFORE)))
            .text(":to", "msg_" + Ulids.time(at.plus(Echo.AFTER)) + "~")
            .attributes();
    List<Message> recent =
        dynamo
            .queryPaginator(
                q ->
                    q.tableName(tables.messages())
                        .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
                        .expressionAttributeValues(values)
                        .consistentRead(true))
            .items()
            .stream()
            .map(item -> MessageItems.read(merchant, conversation, Item.of(item)))
            .toList();
    return echo.find(recent);
  }

  /** What was refused stays so, whatever came of a part of it. */
  private static boolean isOpen(Item message) {
    Failure failure = MessageItems.leftAs(message);
    return failure != null && failure.isOpen();
  }

  /** Returns the message as it is after, whether it moved or had moved before. */
  private Item progressed(Map<String, AttributeValue> key, Receipt.Of receipt) {
    Change change =
        new Change()
            .set(MessageItems.PROGRESS, receipt.progress().rank())
            .setIfAbsent(MessageItems.PLATFORM_ID, receipt.platformMessageId())
            .when(FORWARD);
    Failure failure = receipt.failure();
    if (failure != null) {
      change.set(
          MessageItems.PROGRESS_FAILURE,
          AttributeValue.fromM(MessageItems.failure(failure).attributes()));
    }
    var request =
        change
            .request(tables.messages(), key)
            .returnValues(ReturnValue.ALL_NEW)
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
    try {
      return Item.of(dynamo.updateItem(request).attributes());
    } catch (ConditionalCheckFailedException e) {
      return Item.of(e.item());
    }
  }
}
