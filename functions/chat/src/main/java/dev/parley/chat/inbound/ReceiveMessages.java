package dev.parley.chat.inbound;

import dev.parley.domain.channel.ChannelSigns;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.inbound.Arrival;
import dev.parley.domain.inbound.Arrivals;
import dev.parley.domain.inbound.EventTranslator;
import dev.parley.domain.inbound.InboundEvent;
import dev.parley.domain.inbound.InboundEvent.Meaning;
import dev.parley.domain.inbound.ReceivedEvent;
import java.util.function.Function;

/**
 * Makes a message of an event, and moves its conversation on. An event that comes again, from the
 * queue or from the platform, changes nothing.
 */
public final class ReceiveMessages {
  private static final int SEQUENCE_DIGITS = 20;

  private final Function<ChannelType, EventTranslator> translators;
  private final Arrivals arrivals;
  private final MoveHeads heads;
  private final MeetContacts meet;
  private final ChannelSigns signs;

  public ReceiveMessages(
      Function<ChannelType, EventTranslator> translators,
      Arrivals arrivals,
      MeetContacts meet,
      ChannelSigns signs) {
    this.translators = translators;
    this.arrivals = arrivals;
    this.heads = new MoveHeads(arrivals);
    this.meet = meet;
    this.signs = signs;
  }

  /**
   * @param sequence the queue's number of the delivery
   */
  public void receive(ReceivedEvent received, String sequence) {
    InboundEvent event = translators.apply(received.channelType()).translate(received);
    Arrival arrival = Arrival.of(received, event, padded(sequence));
    InboundEvent.Source source = event.source();
    if (source == null) {
      arrivals.keep(arrival);
    } else {
      receive(arrival, source);
    }
    signs.received(received.channelId());
  }

  private void receive(Arrival arrival, InboundEvent.Source source) {
    switch (arrival.event().meaning()) {
      case Meaning.Said said -> show(arrival, source);
      case Meaning.Other other -> show(arrival, source);
      case Meaning.Withdrawn withdrawn -> {
        arrivals.keep(arrival);
        arrivals.withdraw(arrival, withdrawn.platformMessageId());
      }
    }
  }

  private void show(Arrival arrival, InboundEvent.Source source) {
    arrivals
        .store(arrival)
        .map(arrival::with)
        .ifPresent(stored -> meet.meet(stored, source, heads.move(stored)));
  }

  private static String padded(String sequence) {
    return "0".repeat(Math.max(0, SEQUENCE_DIGITS - sequence.length())) + sequence;
  }
}
