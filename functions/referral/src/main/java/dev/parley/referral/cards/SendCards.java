package dev.parley.referral.cards;

import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.ReplyWindow.Closed;
import dev.parley.domain.id.Ids;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.outbound.OutboundMessage;
import dev.parley.domain.outbound.Outbox;
import dev.parley.domain.referral.NewReferral;
import dev.parley.domain.referral.Referral;
import dev.parley.domain.referral.Referrals;
import dev.parley.domain.referral.SentCounts;
import dev.parley.domain.report.CellKey.LinkKind;
import dev.parley.platforms.Platforms;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Sends cards with tracked links. The referral is there before its message is queued, so that no
 * link can be opened before it is known.
 */
public final class SendCards {
  private final NewReferral newReferral;
  private final Referrals referrals;
  private final Outbox outbox;

  private final InstantSource clock;

  public SendCards(
      NewReferral newReferral, Referrals referrals, Outbox outbox, InstantSource clock) {
    this.newReferral = newReferral;
    this.referrals = referrals;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Returns what is left to do when the person can't get cards now; empty when it can. */
  public Optional<Closed> closed(Conversation conversation) {
    return Platforms.replyWindow(conversation.channelType())
        .closed(conversation.lastContact(), clock.instant(), false);
  }

  public Referral send(Caller caller, CardRequest request, Ids ids) {
    MessageId message = new MessageId(ids.next("msg"));
    Conversation conversation = request.conversation();
    Referral referral =
        newReferral.of(caller, conversation, LinkKind.PICKED, request.products(), message, ids);
    referrals.add(referral);
    MessageContent cards = Cards.of(request, i -> newReferral.url(referral, i));
    outbox.enqueue(message(caller, conversation, referral, cards));
    return referral;
  }

  /** Returns the address of the referral's link at the position. */
  public String url(Referral referral, int position) {
    return newReferral.url(referral, position);
  }

  private static OutboundMessage message(
      Caller caller, Conversation conversation, Referral referral, MessageContent cards) {
    return new OutboundMessage(
        referral.messageId(),
        caller.merchantId(),
        conversation.id(),
        conversation.channelId(),
        conversation.channelType(),
        conversation.recipient(),
        false,
        conversation.replyToken(),
        cards,
        caller.merchant().locale(),
        caller.agentId(),
        referral.id(),
        referral.sentAt(),
        SentCounts.of(referral));
  }
}
