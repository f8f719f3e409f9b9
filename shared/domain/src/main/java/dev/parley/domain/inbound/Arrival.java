package dev.parley.domain.inbound;

import dev.parley.domain.conversation.ContactSummary;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.ContactId;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.id.Ulids;
import java.time.Instant;

/**
 * An event on its way into its conversation. All ids follow from the event, so that the same event
 * again hits the same items.
 *
 * @param sender the id that the conversation with the person or group goes by
 * @param sequence the queue's number of the delivery, rising within a conversation, 20 digits
 */
public record Arrival(ReceivedEvent received, InboundEvent event, String sender, String sequence) {

  /** Returns where answers go; what has no source comes from the channel itself. */
  public String address() {
    InboundEvent.Source source = event.source();
    return source == null ? received.channelId().value() : source.id();
  }

  public MessageId messageId() {
    return messageId(received.channelId(), received.eventId(), event.sentAt());
  }

  /** Returns the id of the one message that an event of this time makes on the channel. */
  public static MessageId messageId(ChannelId channel, String eventId, Instant sentAt) {
    return new MessageId("msg_" + Ulids.named(sentAt, channel.value() + "\n" + eventId));
  }

  public ConversationId conversationId() {
    return Conversation.idOf(received.channelId(), sender);
  }

  public ContactId contactId() {
    return ContactSummary.idOf(received.merchantId(), received.channelType(), sender);
  }

  public Arrival with(String otherSequence) {
    return new Arrival(received, event, sender, otherSequence);
  }
}
