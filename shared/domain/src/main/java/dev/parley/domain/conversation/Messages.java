package dev.parley.domain.conversation;

import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.page.Page;
import dev.parley.domain.page.PageRequest;

/** The messages of conversations, to be read. */
public interface Messages {
  /** Returns the conversation's messages, the newest by the platform's time first. */
  Page<Message> newest(MerchantId merchant, ConversationId conversation, PageRequest page);

  /**
   * Returns the conversation's messages, the oldest first, from the page's cursor on: the id of the
   * message after which they begin. The last ones may be some seconds late.
   */
  Page<Message> oldest(MerchantId merchant, ConversationId conversation, PageRequest page);
}
