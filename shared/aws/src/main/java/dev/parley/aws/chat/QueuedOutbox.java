package dev.parley.aws.chat;

import dev.parley.aws.item.Item;
import dev.parley.domain.conversation.Message.Status;
import dev.parley.domain.outbound.OutboundMessage;
import dev.parley.domain.outbound.Outbox;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The outbound FIFO queue in SQS, and the messages' table that shows what waits in it. */
final class QueuedOutbox implements Outbox {
  private final SqsClient sqs;
  private final String url;
  private final DynamoDbClient dynamo;
  private final String table;

  QueuedOutbox(SqsClient sqs, String url, DynamoDbClient dynamo, String table) {
    this.sqs = sqs;
    this.url = url;
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public void enqueue(OutboundMessage message) {
    sqs.sendMessage(
        r ->
            r.queueUrl(url)
                .messageGroupId(Groups.named(message.conversationId().value()))
                .messageDeduplicationId(Groups.named(message.id().value()))
                .messageBody(OutboundMessageJson.text(message)));
    Item item =
        Item.of(ChatKeys.message(message.merchantId(), message.conversationId(), message.id()))
            .with(MessageItems.outbound(message))
            .text(MessageItems.STATUS, Status.QUEUED.wireName())
            .time(MessageItems.SENT_AT, message.queuedAt());
    try {
      dynamo.putItem(
          r ->
              r.tableName(table)
                  .item(item.attributes())
                  .conditionExpression("attribute_not_exists(pk)"));
    } catch (ConditionalCheckFailedException e) {
      return; // It is on its way, or sent, already.
    }
  }
}
