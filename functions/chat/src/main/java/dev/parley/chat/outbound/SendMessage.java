package dev.parley.chat.outbound;

import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageContent.Text;
import dev.parley.domain.conversation.MessageKind;
import dev.parley.domain.id.Ids;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.outbound.Limits;
import dev.parley.domain.outbound.OutboundMessage;
import dev.parley.domain.outbound.Outbox;
import dev.parley.domain.referral.SentCounts;
import dev.parley.domain.referral.TypedLinks;
import dev.parley.domain.referral.TypedLinks.Tracked;
import dev.parley.platforms.Platforms;

/** Queues what an agent says, with the product addresses in it made into tracked links. */
public final class SendMessage {
  private final TypedLinks typedLinks;
  private final Outbox outbox;

  public SendMessage(TypedLinks typedLinks, Outbox outbox) {
    this.typedLinks = typedLinks;
    this.outbox = outbox;
  }

  /** What becomes of a message. */
  public sealed interface Outcome {
    /** It is queued, as the message shows. */
    record Queued(Message message) implements Outcome {}

    /**
     * The channel takes no text that long.
     *
     * @param detail names the limit
     */
    record TooLong(String detail) implements Outcome {}
  }

  public Outcome send(Caller caller, Conversation conversation, MessageInput input, Ids ids) {
    MessageId id = new MessageId(ids.next("msg"));
    Limits limits = Platforms.limits(conversation.channelType());
    if (!(input.content() instanceof Text text)) {
      var counts = SentCounts.plain(caller, conversation, ids.startedAt());
      Tracked plain = new Tracked("", null, counts);
      return queued(message(caller, conversation, id, input.content(), plain, ids));
    }
    if (!limits.takes(text.text())) {
      return tooLong(limits, text.text(), "");
    }
    int most = limits.mostTextUnits();
    Tracked tracked = typedLinks.track(caller, conversation, text.text(), most, id, ids);
    if (!limits.takes(tracked.text())) {
      return tooLong(limits, tracked.text(), " with its tracked links");
    }
    return queued(message(caller, conversation, id, new Text(tracked.text()), tracked, ids));
  }

  private static Outcome tooLong(Limits limits, String text, String how) {
    return new Outcome.TooLong(limits.textRule() + ", is " + text.length() + how);
  }

  private static OutboundMessage message(
      Caller caller,
      Conversation conversation,
      MessageId id,
      MessageContent content,
      Tracked tracked,
      Ids ids) {
    return new OutboundMessage(
        id,
        caller.merchantId(),
        conversation.id(),
        conversation.channelId(),
        conversation.channelType(),
        conversation.recipient(),
        conversation.replyToken(),
        content,
        caller.merchant().locale(),
        caller.agentId(),
        tracked.referralId(),
        ids.startedAt(),
        tracked.counts());
  }

  private Outcome queued(OutboundMessage message) {
    outbox.enqueue(message);
    return new Outcome.Queued(
        new Message(
            message.id(),
            message.merchantId(),
            message.conversationId(),
            Message.Direction.OUTBOUND,
            MessageKind.of(message.content()),
            message.content(),
            message.queuedAt(),
            null,
            Message.Status.QUEUED,
            null,
            message.agentId(),
            null,
            null,
            null));
  }
}
