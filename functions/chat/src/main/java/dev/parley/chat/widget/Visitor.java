package dev.parley.chat.widget;

import dev.parley.domain.channel.Channel;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;

/**
 * Someone who looks at a shop's website.
 *
 * @param id what the channel knows the visitor by: where answers go
 * @param token what only the visitor's browser has; never logged
 */
record Visitor(Channel channel, String id, String token) {
  MerchantId merchantId() {
    return channel.merchantId();
  }

  ConversationId conversationId() {
    return Conversation.idOf(channel.id(), id);
  }

  @Override
  public String toString() {
    return "Visitor[" + id + "]";
  }
}
