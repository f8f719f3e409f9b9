package dev.parley.aws.chat;

import dev.parley.aws.item.Change;
import dev.parley.aws.item.Item;
import dev.parley.domain.conversation.Message.Failure;
import dev.parley.domain.conversation.Message.Status;
import dev.parley.domain.conversation.ReplyToken;
import dev.parley.domain.outbound.OutboundMessage;
import dev.parley.domain.outbound.SentMessages;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * The way of our messages in the messages' table. What a message counts goes to the report's cells
 * in the transaction that marks it sent.
 */
final class DynamoSentMessages implements SentMessages {
  private final DynamoDbClient dynamo;
  private final ChatTables tables;
  private final SentMarks sentMarks;

  /**
   * @param figures the name of the table with the report's cells
   */
  DynamoSentMessages(DynamoDbClient dynamo, ChatTables tables, String figures) {
    this.dynamo = dynamo;
    this.tables = tables;
    this.sentMarks = new SentMarks(dynamo, tables, figures);
  }

  @Override
  public Optional<State> state(OutboundMessage message) {
    var found =
        dynamo.getItem(r -> r.tableName(tables.messages()).key(key(message)).consistentRead(true));
    if (!found.hasItem()) {
      return Optional.empty();
    }
    Item item = Item.of(found.item());
    return Optional.of(
        new State(MessageItems.status(item), item.map(MessageItems.FAILURE).optionalText("code")));
  }

  /** The taker's id stays until the next message takes a token: the queue lets none overtake. */
  @Override
  public Claim takeReplyToken(OutboundMessage message, Instant at) {
    ReplyToken token = message.replyToken();
    if (token == null) {
      return Claim.GONE;
    }
    ShownLast shown = ShownLast.of(message);
    Change change =
        shown
            .change(at)
            .set(ConversationItems.REPLY_TOKEN_TAKEN_BY, message.id().value())
            .remove(ConversationItems.REPLY_TOKEN)
            .remove(ConversationItems.REPLY_TOKEN_AT)
            .when("#replyToken = :token")
            .value("token", token.value());
    var request =
        change
            .request(tables.conversations(), shown.head())
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
    try {
      dynamo.updateItem(request);
      return Claim.TAKEN;
    } catch (ConditionalCheckFailedException e) {
      String taker = Item.of(e.item()).optionalText(ConversationItems.REPLY_TOKEN_TAKEN_BY);
      return message.id().value().equals(taker) ? Claim.TAKEN_BEFORE : Claim.GONE;
    }
  }

  @Override
  public void showAsLast(OutboundMessage message, Instant at) {
    ShownLast.of(message).write(dynamo, tables.conversations(), at);
  }

  @Override
  public boolean markSent(OutboundMessage message, @Nullable String platformMessageId, Instant at) {
    Change change = whole(message).set(MessageItems.SENT_AT, at.toEpochMilli());
    if (platformMessageId != null) {
      change.set(MessageItems.PLATFORM_ID, platformMessageId);
    }
    return sentMarks.mark(message.merchantId(), key(message), change, message.counts());
  }

  @Override
  public void markFailed(OutboundMessage message, Failure failure) {
    keep(message, Status.FAILED, failure);
  }

  @Override
  public void noteDelay(OutboundMessage message, Failure reason) {
    keep(message, Status.QUEUED, reason);
  }

  private void keep(OutboundMessage message, Status status, Failure failure) {
    Change change =
        whole(message)
            .set(MessageItems.STATUS, status.wireName())
            .setIfAbsent(MessageItems.SENT_AT, message.queuedAt().toEpochMilli())
            .set(MessageItems.COUNTS, CountJson.text(message.counts()))
            .set(
                MessageItems.FAILURE,
                AttributeValue.fromM(MessageItems.failure(failure).attributes()));
    try {
      dynamo.updateItem(
          SentMarks.notFinal(change).request(tables.messages(), key(message)).build());
    } catch (ConditionalCheckFailedException e) {
      return; // It is sent: no failure may take that back.
    }
  }

  /** Everything that stays the same, in case the request died before it showed the message. */
  private static Change whole(OutboundMessage message) {
    Change change = new Change();
    MessageItems.outbound(message).attributes().forEach(change::set);
    return change;
  }

  private static Map<String, AttributeValue> key(OutboundMessage message) {
    return ChatKeys.message(message.merchantId(), message.conversationId(), message.id());
  }
}
