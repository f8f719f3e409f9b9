package dev.parley.chat.inbox;

import dev.parley.domain.conversation.ConversationChanges;
import dev.parley.domain.conversation.Conversations;
import dev.parley.domain.conversation.Inbox;
import dev.parley.domain.conversation.Messages;
import dev.parley.domain.merchant.Agents;
import dev.parley.domain.report.MessagePriceSettings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The beans behind the inbox. */
@Factory
public class InboxBeans {
  @Singleton
  ReadConversations readConversations(Inbox inbox, Conversations conversations, Messages messages) {
    return new ReadConversations(inbox, conversations, messages);
  }

  @Singleton
  ChangeConversations changeConversations(ConversationChanges changes, Agents agents) {
    return new ChangeConversations(changes, agents);
  }

  @Singleton
  SendPlan sendPlan(Conversations conversations, MessagePriceSettings prices, InstantSource clock) {
    return new SendPlan(conversations, prices, clock);
  }
}
