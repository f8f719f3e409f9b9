package dev.parley.testkit.chat;

import dev.parley.domain.conversation.ConversationChanges;
import dev.parley.domain.conversation.Conversations;
import dev.parley.domain.conversation.Inbox;
import dev.parley.domain.conversation.Messages;
import dev.parley.domain.inbound.Arrivals;
import dev.parley.domain.outbound.SentFacts;
import dev.parley.domain.outbound.SentMessages;

/** The ports over one set of conversations and messages. */
public record ChatStores(
    Arrivals arrivals,
    SentMessages sent,
    SentFacts facts,
    Conversations conversations,
    ConversationChanges changes,
    Inbox inbox,
    Messages messages) {}
