package dev.parley.aws.chat;

import dev.parley.aws.item.Change;
import dev.parley.aws.item.Item;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageKind;
import dev.parley.domain.conversation.Preview;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.id.ReplayId;
import dev.parley.domain.inbound.Arrival;
import dev.parley.domain.replay.Corrections;
import dev.parley.domain.replay.EventPlace;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** What is set right in messages and heads, one conditional write each. */
final class DynamoCorrections implements Corrections {
  private final DynamoDbClient dynamo;
  private final ChatTables tables;

  DynamoCorrections(DynamoDbClient dynamo, ChatTables tables) {
    this.dynamo = dynamo;
    this.tables = tables;
  }

  @Override
  public Head head(Arrival arrival) {
    var found =
        dynamo.getItem(
            r -> r.tableName(tables.conversations()).key(headKey(arrival)).consistentRead(true));
    Item head = Item.of(found.item());
    String lastId = head.optionalText(ConversationItems.LAST_MESSAGE_ID);
    AttributeValue pending = head.attributes().get(ConversationItems.PENDING);
    return new Head(
        head.optionalText(ConversationItems.LAST_SEQUENCE),
        head.optionalTime(ConversationItems.LAST_MESSAGE_AT),
        lastId == null ? null : new MessageId(lastId),
        head.optionalText(ConversationItems.PREVIEW),
        pending == null ? Set.of() : Set.copyOf(pending.ss()));
  }

  @Override
  public boolean correct(EventPlace place, Arrival arrival, ReplayId run) {
    MessageContent content = arrival.event().content();
    Change change =
        new Change()
            .set(MessageItems.KIND, MessageKind.of(content).wireName())
            .set(MessageItems.CONTENT, ContentJson.text(content))
            .set(MessageItems.DIRECTION, MessageItems.direction(arrival).wireName())
            .set(MessageItems.STATUS, MessageItems.arrived(arrival).wireName())
            .set(MessageItems.REPLAYED_BY, run.value())
            .when("attribute_exists(pk) AND attribute_not_exists(#withdrawnAt)")
            .name(MessageItems.WITHDRAWN_AT);
    String platformId = arrival.event().platformMessageId();
    if (platformId == null) {
      change.remove(MessageItems.PLATFORM_ID);
    } else {
      change.set(MessageItems.PLATFORM_ID, platformId);
    }
    return done(change, tables.messages(), ChatKeys.event(place, arrival.messageId()));
  }

  @Override
  public void showAsLast(Arrival arrival) {
    Change change =
        new Change()
            .set(ConversationItems.LAST_MESSAGE_AT, arrival.event().sentAt().toEpochMilli())
            .set(ConversationItems.LAST_SPOKEN_AT, arrival.event().sentAt().toEpochMilli())
            .set(
                ChatKeys.INBOX_SK,
                ChatKeys.inboxSk(arrival.event().sentAt(), arrival.conversationId()))
            .set(ConversationItems.LAST_MESSAGE_ID, arrival.messageId().value())
            .set(ConversationItems.PREVIEW, Preview.of(arrival.event().content()))
            .when("#lastMessageAt < :lastMessageAt");
    done(change, tables.conversations(), headKey(arrival));
  }

  @Override
  public void renewPreview(Arrival arrival, String old) {
    Change change =
        new Change()
            .set(ConversationItems.PREVIEW, Preview.of(arrival.event().content()))
            .when("#lastMessageId = :lastMessageId AND #lastMessagePreview = :old")
            .name(ConversationItems.LAST_MESSAGE_ID)
            .value(ConversationItems.LAST_MESSAGE_ID, arrival.messageId().value())
            .value("old", old);
    done(change, tables.conversations(), headKey(arrival));
  }

  private boolean done(Change change, String table, Map<String, AttributeValue> key) {
    try {
      dynamo.updateItem(change.request(table, key).build());
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  private static Map<String, AttributeValue> headKey(Arrival arrival) {
    return ChatKeys.head(arrival.received().merchantId(), arrival.conversationId());
  }
}
