package dev.parley.chat.inbound;

import dev.parley.domain.channel.ChannelSigns;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.inbound.Arrival;
import dev.parley.domain.inbound.Arrivals;
import dev.parley.domain.inbound.EventTranslator;
import dev.parley.domain.inbound.InboundEvent;
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
  private final MeetContacts meet;
  private final ChannelSigns signs;

  public ReceiveMessages(
      Function<ChannelType, EventTranslator> translators,
      Arrivals arrivals,
      MeetContacts meet,
      ChannelSigns signs) {
    this.translators = translators;
    this.arrivals = arrivals;
    this.meet = meet;
    this.signs = signs;
  }

  /**
   * @param sequence the queue's number of the delivery
   */
  public void receive(ReceivedEvent received, String sequence) {
    InboundEvent event = translators.apply(received.channelType()).translate(received);
    InboundEvent.Source source = event.source();
    String sender = source == null ? received.channelId().value() : source.id();
    Arrival arrival = new Arrival(received, event, sender, padded(sequence));
    if (source == null) {
      arrivals.keep(arrival);
    } else if (event.withdraws() != null) {
      arrivals.keep(arrival);
      arrivals.withdraw(arrival, event.withdraws());
    } else {
      arrivals.store(arrival).ifPresent(stored -> advance(arrival.with(stored), source));
    }
    signs.received(received.channelId());
  }

  private void advance(Arrival arrival, InboundEvent.Source source) {
    Arrivals.Head head = arrivals.advance(arrival);
    String platformId = arrival.event().platformMessageId();
    if (platformId != null && head.pendingWithdrawals().contains(platformId)) {
      arrivals.withdraw(arrival, platformId);
    }
    meet.meet(arrival, source, head);
  }

  private static String padded(String sequence) {
    return "0".repeat(Math.max(0, SEQUENCE_DIGITS - sequence.length())) + sequence;
  }
}
