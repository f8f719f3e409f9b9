package dev.parley.domain.conversation;

import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What agents do to a conversation; each returns it as it is after, or empty when there is none.
 */
public interface ConversationChanges {
  /**
   * @param assignee {@code null}: nobody
   */
  Optional<Conversation> assign(MerchantId merchant, ConversationId id, @Nullable AgentId assignee);

  Optional<Conversation> setStatus(
      MerchantId merchant, ConversationId id, Conversation.Status status);

  /** Nothing is unread any more. */
  Optional<Conversation> markRead(MerchantId merchant, ConversationId id);
}
