package dev.parley.chat.inbound;

import dev.parley.domain.channel.ChannelSigns;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Echo;
import dev.parley.domain.conversation.Progress;
import dev.parley.domain.conversation.Receipt;
import dev.parley.domain.conversation.Receipts;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.inbound.Arrival;
import dev.parley.domain.inbound.Arrivals;
import dev.parley.domain.inbound.EventTranslator;
import dev.parley.domain.inbound.InboundEvent;
import dev.parley.domain.inbound.InboundEvent.Meaning;
import dev.parley.domain.inbound.InboundEvent.Source;
import dev.parley.domain.inbound.ReceivedEvent;
import dev.parley.domain.inbound.Senders;
import java.util.function.Function;

/**
 * Makes a message of an event, and moves its conversation on. An event that comes again, from the
 * queue or from the platform, changes nothing.
 */
public final class ReceiveMessages {
  private static final int SEQUENCE_DIGITS = 20;

  private final Function<ChannelType, EventTranslator> translators;
  private final Arrivals arrivals;
  private final Senders senders;
  private final Receipts receipts;
  private final MoveHeads heads;
  private final MeetContacts meet;
  private final ChannelSigns signs;

  public ReceiveMessages(
      Function<ChannelType, EventTranslator> translators,
      Arrivals arrivals,
      Senders senders,
      Receipts receipts,
      MeetContacts meet,
      ChannelSigns signs) {
    this.translators = translators;
    this.arrivals = arrivals;
    this.senders = senders;
    this.receipts = receipts;
    this.heads = new MoveHeads(arrivals);
    this.meet = meet;
    this.signs = signs;
  }

  /**
   * @param sequence the queue's number of the delivery
   */
  public void receive(ReceivedEvent received, String sequence) {
    InboundEvent event = translators.apply(received.channelType()).translate(received);
    Source source = event.source();
    if (source == null) {
      arrivals.keep(new Arrival(received, event, received.channelId().value(), padded(sequence)));
    } else if (event.meaning() instanceof Meaning.Progressed progressed) {
      progress(received, source, progressed.receipt());
    } else {
      String sender = senders.find(received, source);
      receive(new Arrival(received, event, sender, padded(sequence)), source);
    }
    signs.received(received.channelId());
  }

  /** What is told of our messages is kept with them; its raw event says no more. */
  private void progress(ReceivedEvent received, Source source, Receipt receipt) {
    switch (receipt) {
      case Receipt.UpTo upTo ->
          receipts.keep(
              received.merchantId(), Conversation.idOf(received.channelId(), source.id()), upTo);
      case Receipt.Of of -> receipts.keep(received.merchantId(), of);
    }
  }

  private void receive(Arrival arrival, Source source) {
    switch (arrival.event().meaning()) {
      case Meaning.Said said -> show(arrival, source);
      case Meaning.Acted acted -> show(arrival, source);
      case Meaning.Other other -> show(arrival, source);
      case Meaning.Echoed echoed -> echoed(arrival, source, echoed.echo());
      case Meaning.Withdrawn withdrawn -> {
        arrivals.keep(arrival);
        arrivals.withdraw(arrival, withdrawn.platformMessageId());
      }
      case Meaning.Progressed progressed ->
          throw new IllegalStateException("What is told of our messages is no arrival");
    }
  }

  /** An echo of what we sent proves that the platform has it; another shows what it echoes. */
  private void echoed(Arrival arrival, Source source, Echo echo) {
    var merchant = arrival.received().merchantId();
    var at = arrival.event().sentAt();
    switch (receipts.echoed(merchant, arrival.conversationId(), at, echo).orElse(null)) {
      case Echo.Found.Whole whole -> receipts.keep(merchant, proof(arrival, whole.id(), echo));
      case Echo.Found.Part part -> {}
      case null -> show(arrival, source);
    }
  }

  private static Receipt.Of proof(Arrival arrival, MessageId ours, Echo echo) {
    return new Receipt.Of(
        arrival.conversationId(),
        ours,
        Progress.SENT,
        arrival.event().sentAt(),
        echo.platformMessageId(),
        null);
  }

  private void show(Arrival arrival, Source source) {
    arrivals
        .store(arrival)
        .map(arrival::with)
        .ifPresent(
            stored -> {
              Arrivals.Head head = heads.move(stored);
              noteContact(stored);
              meet.meet(stored, source, head);
            });
  }

  private void noteContact(Arrival arrival) {
    InboundEvent event = arrival.event();
    if (event.meaning() instanceof Meaning.Acted || event.referral() != null) {
      arrivals.noteContact(arrival);
    }
  }

  private static String padded(String sequence) {
    return "0".repeat(Math.max(0, SEQUENCE_DIGITS - sequence.length())) + sequence;
  }
}
