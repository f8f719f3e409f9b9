package dev.parley.chat.inbound;

import dev.parley.chat.forward.RelayCalls;
import dev.parley.domain.channel.ChannelSigns;
import dev.parley.domain.channel.ConnectedChannels;
import dev.parley.domain.conversation.Receipts;
import dev.parley.domain.inbound.Arrivals;
import dev.parley.domain.inbound.InboundQueue;
import dev.parley.domain.inbound.ParkedEvents;
import dev.parley.domain.inbound.Senders;
import dev.parley.platforms.PlatformClients;
import dev.parley.platforms.Platforms;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The beans behind what customers say. */
@Factory
public class InboundBeans {
  @Singleton
  ReceiveLineEvents receiveLineEvents(
      ConnectedChannels channels, InboundQueue queue, ParkedEvents parked, RelayCalls relay) {
    return new ReceiveLineEvents(channels, new QueueEvents(queue, parked), relay);
  }

  @Singleton
  ReceiveMetaEvents receiveMetaEvents(
      ConnectedChannels channels, InboundQueue queue, ParkedEvents parked) {
    return new ReceiveMetaEvents(channels, new QueueEvents(queue, parked));
  }

  @Singleton
  MeetContacts meetContacts(
      PlatformClients clients, Arrivals arrivals, ConnectedChannels channels, InstantSource clock) {
    return new MeetContacts(clients::profiles, arrivals, channels, clock);
  }

  @Singleton
  ReceiveMessages receiveMessages(
      Arrivals arrivals,
      Senders senders,
      Receipts receipts,
      MeetContacts meet,
      ChannelSigns signs) {
    return new ReceiveMessages(Platforms::events, arrivals, senders, receipts, meet, signs);
  }
}
