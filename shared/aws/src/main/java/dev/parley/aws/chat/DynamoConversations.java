package dev.parley.aws.chat;

import dev.parley.aws.item.Change;
import dev.parley.aws.item.Item;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationChanges;
import dev.parley.domain.conversation.Conversations;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** Conversation heads in the conversations' table: one read, or one write, each. */
final class DynamoConversations implements Conversations, ConversationChanges {
  private static final String ASSIGNEE = "assigneeId";

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoConversations(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Optional<Conversation> find(MerchantId merchant, ConversationId id) {
    GetItemResponse found =
        dynamo.getItem(
            r -> r.tableName(table).key(ChatKeys.head(merchant, id)).consistentRead(true));
    return found.hasItem() && found.item().containsKey(ConversationItems.LAST_MESSAGE_AT)
        ? Optional.of(ConversationItems.read(Item.of(found.item())))
        : Optional.empty();
  }

  @Override
  public Optional<Conversation> assign(
      MerchantId merchant, ConversationId id, @Nullable AgentId assignee) {
    Change change = new Change();
    return changed(
        merchant,
        id,
        assignee == null ? change.remove(ASSIGNEE) : change.set(ASSIGNEE, assignee.value()));
  }

  @Override
  public Optional<Conversation> setStatus(
      MerchantId merchant, ConversationId id, Conversation.Status status) {
    String value = ConversationItems.status(status);
    return changed(merchant, id, new Change().set(ConversationItems.STATUS, value));
  }

  @Override
  public Optional<Conversation> markRead(MerchantId merchant, ConversationId id) {
    return changed(merchant, id, new Change().set(ConversationItems.UNREAD, 0));
  }

  private Optional<Conversation> changed(MerchantId merchant, ConversationId id, Change change) {
    var request =
        change
            .when("attribute_exists(#lastMessageAt)")
            .name(ConversationItems.LAST_MESSAGE_AT)
            .request(table, ChatKeys.head(merchant, id))
            .returnValues(ReturnValue.ALL_NEW)
            .build();
    try {
      return Optional.of(ConversationItems.read(Item.of(dynamo.updateItem(request).attributes())));
    } catch (ConditionalCheckFailedException e) {
      return Optional.empty();
    }
  }
}
