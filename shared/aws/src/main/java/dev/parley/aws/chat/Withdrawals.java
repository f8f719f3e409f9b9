package dev.parley.aws.chat;

import dev.parley.aws.item.Change;
import dev.parley.aws.item.Item;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.Ulids;
import dev.parley.domain.inbound.Arrival;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * Messages that their senders took back. The message is looked for among those of the two days
 * before, and then among all: some platforms set no term.
 */
final class Withdrawals {
  private static final Duration BEFORE = Duration.ofDays(2);
  private static final Duration AFTER = Duration.ofMinutes(5);

  private final DynamoDbClient dynamo;
  private final ChatTables tables;

  Withdrawals(DynamoDbClient dynamo, ChatTables tables) {
    this.dynamo = dynamo;
    this.tables = tables;
  }

  boolean withdraw(Arrival arrival, String platformMessageId) {
    MerchantId merchant = arrival.received().merchantId();
    Map<String, AttributeValue> head = ChatKeys.head(merchant, arrival.conversationId());
    Optional<Item> message = find(arrival, platformMessageId);
    if (message.isEmpty()) {
      Change pending = new Change().addToSet(ConversationItems.PENDING, platformMessageId);
      dynamo.updateItem(pending.request(tables.conversations(), head).build());
      return false;
    }
    boolean whole = !message.get().has(MessageItems.WITHDRAWN_AT);
    if (whole) {
      empty(message.get(), arrival.event().sentAt());
    }
    settle(head, message.get(), platformMessageId);
    return hidePreview(head, message.get().text("sk")) || whole;
  }

  /** A head that has not come to the message yet is to know of the withdrawal when it does. */
  private void settle(Map<String, AttributeValue> head, Item message, String platformMessageId) {
    String sequence = Objects.requireNonNullElse(message.optionalText(MessageItems.SEQUENCE), "");
    Change done =
        new Change()
            .removeFromSet(ConversationItems.PENDING, platformMessageId)
            .when("#lastSequence >= :sequence")
            .name(ConversationItems.LAST_SEQUENCE)
            .value("sequence", sequence);
    try {
      dynamo.updateItem(done.request(tables.conversations(), head).build());
    } catch (ConditionalCheckFailedException e) {
      Change pending = new Change().addToSet(ConversationItems.PENDING, platformMessageId);
      dynamo.updateItem(pending.request(tables.conversations(), head).build());
    }
  }

  private void empty(Item message, Instant at) {
    Change change =
        new Change()
            .set(MessageItems.WITHDRAWN_AT, at.toEpochMilli())
            .remove(MessageItems.CONTENT)
            .remove(MessageItems.RAW);
    dynamo.updateItem(change.request(tables.messages(), message.key()).build());
  }

  /** Returns whether it was shown. */
  private boolean hidePreview(Map<String, AttributeValue> head, String messageId) {
    Change change =
        new Change()
            .remove(ConversationItems.PREVIEW)
            .when("#lastMessageId = :lastMessageId")
            .name(ConversationItems.LAST_MESSAGE_ID)
            .value(ConversationItems.LAST_MESSAGE_ID, messageId);
    var request =
        change.request(tables.conversations(), head).returnValues(ReturnValue.UPDATED_OLD).build();
    try {
      return dynamo.updateItem(request).attributes().containsKey(ConversationItems.PREVIEW);
    } catch (ConditionalCheckFailedException e) {
      return false; // Another message is the last.
    }
  }

  private Optional<Item> find(Arrival arrival, String platformMessageId) {
    Instant recently = arrival.event().sentAt().minus(BEFORE);
    return find(arrival, platformMessageId, recently)
        .or(() -> find(arrival, platformMessageId, Instant.EPOCH));
  }

  private Optional<Item> find(Arrival arrival, String platformMessageId, Instant since) {
    Map<String, AttributeValue> from = Map.of();
    do {
      QueryResponse page = dynamo.query(query(arrival, platformMessageId, since, from));
      if (!page.items().isEmpty()) {
        return Optional.of(Item.of(page.items().getFirst()));
      }
      from = page.lastEvaluatedKey();
    } while (!from.isEmpty());
    return Optional.empty();
  }

  private QueryRequest query(
      Arrival arrival, String platformMessageId, Instant since, Map<String, AttributeValue> from) {
    Instant at = arrival.event().sentAt();
    String pk = ChatKeys.messages(arrival.received().merchantId(), arrival.conversationId());
    QueryRequest.Builder query =
        QueryRequest.builder()
            .tableName(tables.messages())
            .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
            .filterExpression("platformMessageId = :id")
            .projectionExpression("pk, sk, withdrawnAt, #sequence")
            .expressionAttributeNames(Map.of("#sequence", MessageItems.SEQUENCE))
            .expressionAttributeValues(
                Map.of(
                    ":pk", AttributeValue.fromS(pk),
                    ":from", AttributeValue.fromS("msg_" + Ulids.time(since)),
                    ":to", AttributeValue.fromS("msg_" + Ulids.time(at.plus(AFTER)) + "~"),
                    ":id", AttributeValue.fromS(platformMessageId)))
            .consistentRead(true)
            .scanIndexForward(false);
    return (from.isEmpty() ? query : query.exclusiveStartKey(from)).build();
  }
}
