package dev.parley.domain.conversation;

import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import java.util.Optional;

/** The conversations of merchants, to be read. */
public interface Conversations {
  /** Returns the conversation; another merchant's is not found. */
  Optional<Conversation> find(MerchantId merchant, ConversationId id);
}
