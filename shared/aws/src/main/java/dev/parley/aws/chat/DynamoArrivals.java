package dev.parley.aws.chat;

import dev.parley.aws.item.Change;
import dev.parley.aws.item.Item;
import dev.parley.domain.conversation.AdReferral;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Preview;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.inbound.Arrival;
import dev.parley.domain.inbound.Arrivals;
import dev.parley.domain.inbound.InboundEvent.Meaning;
import dev.parley.domain.inbound.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * What arrives, in two conditional writes: the message, whose key follows from the platform's id,
 * and the head, which the queue's sequence number guards. No transaction and no second item is
 * needed for each to take effect once.
 */
final class DynamoArrivals implements Arrivals {
  private final DynamoDbClient dynamo;
  private final ChatTables tables;
  private final Withdrawals withdrawals;

  DynamoArrivals(DynamoDbClient dynamo, ChatTables tables) {
    this.dynamo = dynamo;
    this.tables = tables;
    this.withdrawals = new Withdrawals(dynamo, tables);
  }

  @Override
  public Optional<String> store(Arrival arrival) {
    String pk = ChatKeys.messages(merchant(arrival), arrival.conversationId());
    return store(arrival, pk);
  }

  @Override
  public void keep(Arrival arrival) {
    store(arrival, merchant(arrival).value() + "#" + arrival.received().channelId().value());
  }

  private Optional<String> store(Arrival arrival, String pk) {
    Item item = Item.at(pk, arrival.messageId().value()).with(MessageItems.inbound(arrival));
    PutItemRequest request =
        PutItemRequest.builder()
            .tableName(tables.messages())
            .item(item.attributes())
            .conditionExpression("attribute_not_exists(pk)")
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
    try {
      dynamo.putItem(request);
      return Optional.of(arrival.sequence());
    } catch (ConditionalCheckFailedException e) {
      return Optional.of(Item.of(e.item()))
          .filter(stored -> isSameDelivery(stored, arrival))
          .map(stored -> stored.text(MessageItems.SEQUENCE));
    }
  }

  private static boolean isSameDelivery(Item stored, Arrival arrival) {
    return arrival.received().deliveryId().equals(stored.optionalText(MessageItems.DELIVERY_ID));
  }

  @Override
  public Head advance(Arrival arrival) {
    Change change = withToken(known(arrival), arrival);
    switch (arrival.event().meaning()) {
      case Meaning.Said said ->
          spoken(change, arrival).when(NEWER + " AND " + LATEST).name(LAST_AT);
      case Meaning.Echoed echoed ->
          last(change, arrival)
              .setIfAbsent(ConversationItems.STATUS, OPEN)
              .set(ConversationItems.UNREAD, 0)
              .when(NEWER + " AND " + LATEST)
              .name(LAST_AT);
      default ->
          change
              .setIfAbsent(LAST_AT, millis(arrival))
              .setIfAbsent(ChatKeys.INBOX_SK, inboxSk(arrival))
              .setIfAbsent(ConversationItems.STATUS, OPEN)
              .when(NEWER);
    }
    try {
      return update(arrival, change);
    } catch (ConditionalCheckFailedException e) {
      return late(arrival, Item.of(e.item()));
    }
  }

  private static final String LAST_AT = ConversationItems.LAST_MESSAGE_AT;
  private static final String OPEN = ConversationItems.status(Conversation.Status.OPEN);
  private static final String NEWER =
      "(attribute_not_exists(#lastSequence) OR #lastSequence < :lastSequence)";
  private static final String LATEST =
      "(attribute_not_exists(#lastMessageAt) OR #lastMessageAt <= :lastMessageAt)";

  /** A delivery that was counted before, or one whose time is before the newest message's. */
  private Head late(Arrival arrival, Item head) {
    String last = head.optionalText(ConversationItems.LAST_SEQUENCE);
    if (last != null && last.compareTo(arrival.sequence()) >= 0) {
      return head(head);
    }
    Change change = known(arrival);
    if (!arrival.event().speaks()) {
      return updated(arrival, change.when(NEWER));
    }
    if (hasNoYoungerToken(head, arrival)) {
      withToken(change, arrival);
    }
    if (hasNotSpokenSince(head, arrival)) {
      change.set(ConversationItems.LAST_SPOKEN_AT, millis(arrival));
    }
    change
        .set(ConversationItems.LAST_HEARD_AT, heard(arrival))
        .add(ConversationItems.UNREAD, 1)
        .set(ConversationItems.STATUS, OPEN)
        .when(NEWER);
    return updated(arrival, change);
  }

  /** A person of several ids may be heard twice at once: then the later one has moved the head. */
  private Head updated(Arrival arrival, Change change) {
    try {
      return update(arrival, change);
    } catch (ConditionalCheckFailedException e) {
      return head(Item.of(e.item()));
    }
  }

  private static boolean hasNotSpokenSince(Item head, Arrival arrival) {
    Instant at = head.optionalTime(ConversationItems.LAST_SPOKEN_AT);
    return at == null || at.isBefore(arrival.event().sentAt());
  }

  private static boolean hasNoYoungerToken(Item head, Arrival arrival) {
    Instant at = head.optionalTime(ConversationItems.REPLY_TOKEN_AT);
    return at == null || !at.isAfter(arrival.received().receivedAt());
  }

  private static Change known(Arrival arrival) {
    return new Change()
        .set(ConversationItems.LAST_SEQUENCE, arrival.sequence())
        .set("conversationId", arrival.conversationId().value())
        .set("merchantId", merchant(arrival).value())
        .set("channelId", arrival.received().channelId().value())
        .set("channelType", arrival.received().channelType().wireName())
        .set("recipient", arrival.address())
        .set("contactId", arrival.contactId().value())
        .set(ChatKeys.INBOX_PK, merchant(arrival).value());
  }

  private static Change withToken(Change change, Arrival arrival) {
    String token = arrival.event().replyToken();
    return token == null
        ? change
        : change
            .set(ConversationItems.REPLY_TOKEN, token)
            .set(ConversationItems.REPLY_TOKEN_AT, arrival.received().receivedAt().toEpochMilli());
  }

  private static Change spoken(Change change, Arrival arrival) {
    return last(change, arrival)
        .set(ConversationItems.LAST_SPOKEN_AT, millis(arrival))
        .set(ConversationItems.LAST_HEARD_AT, heard(arrival))
        .set(ConversationItems.STATUS, OPEN)
        .add(ConversationItems.UNREAD, 1);
  }

  private static Change last(Change change, Arrival arrival) {
    return change
        .set(LAST_AT, millis(arrival))
        .set(ChatKeys.INBOX_SK, inboxSk(arrival))
        .set(ConversationItems.LAST_MESSAGE_ID, arrival.messageId().value())
        .set(ConversationItems.PREVIEW, Preview.of(arrival.event().content()));
  }

  @Override
  public void noteContact(Arrival arrival) {
    if (arrival.event().meaning() instanceof Meaning.Acted) {
      forward(arrival, ConversationItems.LAST_ACTED_AT, new Change());
    }
    AdReferral referral = arrival.event().referral();
    if (referral != null) {
      Item told = ConversationItems.referral(referral);
      Change change =
          new Change().set(ConversationItems.REFERRAL, AttributeValue.fromM(told.attributes()));
      forward(arrival, ConversationItems.REFERRED_AT, change);
      if (referral.isAd()) {
        forward(arrival, ConversationItems.BY_AD_AT, new Change());
      }
    }
  }

  /** Makes the change and sets the time to the event's, unless it is later already. */
  private void forward(Arrival arrival, String time, Change change) {
    change
        .set(time, millis(arrival))
        .when("attribute_not_exists(#%s) OR #%s < :%s".formatted(time, time, time));
    try {
      dynamo.updateItem(
          change
              .request(
                  tables.conversations(),
                  ChatKeys.head(merchant(arrival), arrival.conversationId()))
              .build());
    } catch (ConditionalCheckFailedException e) {
      return; // A later one is kept.
    }
  }

  private Head update(Arrival arrival, Change change) {
    var request =
        change
            .request(
                tables.conversations(), ChatKeys.head(merchant(arrival), arrival.conversationId()))
            .returnValues(ReturnValue.ALL_NEW)
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
    return head(Item.of(dynamo.updateItem(request).attributes()));
  }

  private static Head head(Item item) {
    AttributeValue pending = item.attributes().get(ConversationItems.PENDING);
    return new Head(
        item.optionalText(ConversationItems.DISPLAY_NAME),
        item.optionalTime(ConversationItems.PROFILE_ASKED_AT),
        pending == null ? Set.of() : Set.copyOf(pending.ss()));
  }

  @Override
  public boolean withdraw(Arrival arrival, String platformMessageId) {
    return withdrawals.withdraw(arrival, platformMessageId);
  }

  @Override
  public void keepProfile(Arrival arrival, @Nullable Profile profile, Instant askedAt) {
    Change change = new Change().set(ConversationItems.PROFILE_ASKED_AT, askedAt.toEpochMilli());
    if (profile != null) {
      change.set(ConversationItems.DISPLAY_NAME, profile.displayName());
      String avatar = profile.avatarUrl();
      if (avatar != null) {
        change.set(ConversationItems.AVATAR_URL, avatar);
      }
      dynamo.putItem(
          r -> r.tableName(tables.conversations()).item(contact(arrival, profile, askedAt)));
    }
    dynamo.updateItem(
        change
            .request(
                tables.conversations(), ChatKeys.head(merchant(arrival), arrival.conversationId()))
            .build());
  }

  private static Map<String, AttributeValue> contact(Arrival arrival, Profile profile, Instant at) {
    Item identity =
        Item.empty()
            .text("channelType", arrival.received().channelType().wireName())
            .text("platformUserId", arrival.sender());
    Item item = Item.of(ChatKeys.contact(merchant(arrival), arrival.contactId()));
    return item.text(ConversationItems.DISPLAY_NAME, profile.displayName())
        .text(ConversationItems.AVATAR_URL, profile.avatarUrl())
        .time("updatedAt", at)
        .with(
            Item.of(
                Map.of(
                    "identities",
                    AttributeValue.fromL(List.of(AttributeValue.fromM(identity.attributes()))))))
        .attributes();
  }

  private static MerchantId merchant(Arrival arrival) {
    return arrival.received().merchantId();
  }

  private static long heard(Arrival arrival) {
    return arrival.received().receivedAt().toEpochMilli();
  }

  private static long millis(Arrival arrival) {
    return arrival.event().sentAt().toEpochMilli();
  }

  private static String inboxSk(Arrival arrival) {
    return ChatKeys.inboxSk(arrival.event().sentAt(), arrival.conversationId());
  }
}
