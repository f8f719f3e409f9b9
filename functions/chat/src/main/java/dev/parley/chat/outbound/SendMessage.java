package dev.parley.chat.outbound;

import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageContent.Template;
import dev.parley.domain.conversation.MessageContent.Text;
import dev.parley.domain.conversation.MessageKind;
import dev.parley.domain.conversation.ReplyWindow;
import dev.parley.domain.conversation.ReplyWindow.Closed;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Queues what an agent says, with the product addresses in it made into tracked links, as long as
 * the platform would take it.
 */
public final class SendMessage {
  private final TypedLinks typedLinks;
  private final Outbox outbox;
  private final InstantSource clock;

  public SendMessage(TypedLinks typedLinks, Outbox outbox, InstantSource clock) {
    this.typedLinks = typedLinks;
    this.outbox = outbox;
    this.clock = clock;
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

    /** The person can't be answered this way any more. */
    record WindowClosed(Closed closed) implements Outcome {}
  }

  public Outcome send(Caller caller, Conversation conversation, MessageInput input, Ids ids) {
    return closed(conversation, input)
        .<Outcome>map(Outcome.WindowClosed::new)
        .orElseGet(() -> open(new Draft(caller, conversation, input, ids)));
  }

  private Optional<Closed> closed(Conversation conversation, MessageInput input) {
    ReplyWindow window = Platforms.replyWindow(conversation.channelType());
    Instant now = clock.instant();
    if (input.content() instanceof Template) {
      return Optional.empty();
    }
    boolean says = input.humanAgent();
    return says && window.humanAgentUntil(conversation.lastContact(), now) != null
        ? Optional.empty()
        : window.closed(conversation.lastContact(), now, true);
  }

  private Outcome open(Draft draft) {
    MessageId id = new MessageId(draft.ids().next("msg"));
    Limits limits = Platforms.limits(draft.conversation().channelType());
    if (!(draft.input().content() instanceof Text text)) {
      Instant now = draft.ids().startedAt();
      var counts = SentCounts.plain(draft.caller(), draft.conversation(), now);
      Tracked plain = new Tracked("", null, counts);
      return queued(draft.message(id, draft.input().content(), plain));
    }
    if (!limits.takes(text.text())) {
      return tooLong(limits, text.text(), "");
    }
    Tracked tracked =
        typedLinks.track(
            draft.caller(), draft.conversation(), text.text(), limits, id, draft.ids());
    if (!limits.takes(tracked.text())) {
      return tooLong(limits, tracked.text(), " with its tracked links");
    }
    return queued(draft.message(id, new Text(tracked.text()), tracked));
  }

  private static Outcome tooLong(Limits limits, String text, String how) {
    return new Outcome.TooLong(limits.textRule() + ", is " + limits.length(text) + how);
  }

  /** What somebody is about to say. */
  private record Draft(Caller caller, Conversation conversation, MessageInput input, Ids ids) {
    OutboundMessage message(MessageId id, MessageContent content, Tracked tracked) {
      return new OutboundMessage(
          id,
          caller.merchantId(),
          conversation.id(),
          conversation.channelId(),
          conversation.channelType(),
          conversation.recipient(),
          input.humanAgent(),
          conversation.replyToken(),
          content,
          caller.merchant().locale(),
          caller.agentId(),
          tracked.referralId(),
          ids.startedAt(),
          tracked.counts());
    }
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
