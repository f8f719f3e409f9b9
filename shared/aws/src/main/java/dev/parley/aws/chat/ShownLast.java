package dev.parley.aws.chat;

import dev.parley.aws.item.Change;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.Preview;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.outbound.OutboundMessage;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** One of our messages as what its conversation's head shows as the last. */
record ShownLast(
    MerchantId merchant,
    ConversationId conversation,
    MessageId message,
    MessageContent content,
    Instant queuedAt) {
  /** By the platform's clock, which may tell seconds only, and by when it reached us. */
  private static final String SILENT =
      "(attribute_not_exists(#lastSpokenAt) OR #lastSpokenAt <= :queuedAt)"
          + " AND (attribute_not_exists(#lastHeardAt) OR #lastHeardAt <= :queuedAt)";

  static ShownLast of(OutboundMessage message) {
    return new ShownLast(
        message.merchantId(),
        message.conversationId(),
        message.id(),
        message.content(),
        message.queuedAt());
  }

  /** Moves the head on, unless the person has said something since the message was queued. */
  void write(DynamoDbClient dynamo, String table, Instant at) {
    Change change =
        change(at)
            .when("#lastMessageAt <= :lastMessageAt AND " + SILENT)
            .name(ConversationItems.LAST_SPOKEN_AT)
            .name(ConversationItems.LAST_HEARD_AT)
            .value("queuedAt", AttributeValue.fromN(Long.toString(queuedAt.toEpochMilli())));
    try {
      dynamo.updateItem(change.request(table, head()).build());
    } catch (ConditionalCheckFailedException e) {
      return; // The person has said something since.
    }
  }

  Change change(Instant at) {
    return new Change()
        .set(ConversationItems.LAST_MESSAGE_AT, at.toEpochMilli())
        .set(ChatKeys.INBOX_SK, ChatKeys.inboxSk(at, conversation))
        .set(ConversationItems.LAST_MESSAGE_ID, message.value())
        .set(ConversationItems.PREVIEW, Preview.of(content))
        .set(ConversationItems.UNREAD, 0);
  }

  Map<String, AttributeValue> head() {
    return ChatKeys.head(merchant, conversation);
  }
}
