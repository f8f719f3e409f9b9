package dev.parley.chat.forward;

import dev.parley.domain.channel.Channels;
import dev.parley.domain.channel.ConnectedChannels;
import dev.parley.domain.forward.Deliveries;
import dev.parley.domain.forward.Endpoints;
import dev.parley.domain.forward.ForwardQueue;
import dev.parley.domain.forward.Forwards;
import dev.parley.domain.forward.Occurrences;
import dev.parley.domain.forward.ParkedForwards;
import dev.parley.domain.forward.TargetHealths;
import dev.parley.domain.forward.TargetRule;
import dev.parley.platforms.forward.GuardedCaller;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The beans behind forwards and outgoing webhooks. */
@Factory
public class ForwardBeans {
  @Singleton
  RelayCalls relayCalls(ForwardQueue queue, ParkedForwards parked) {
    return new RelayCalls(queue, parked);
  }

  @Singleton
  TellEvents tellEvents(Endpoints endpoints, ForwardQueue queue) {
    return new TellEvents(endpoints, queue);
  }

  @Singleton
  FindReceivers findReceivers(
      Endpoints endpoints, TargetHealths healths, ConnectedChannels channels, Forwards forwards) {
    return new FindReceivers(endpoints, healths, channels, forwards);
  }

  @Singleton
  SendDeliveries.Retelling retelling(Occurrences occurrences, TellEvents tell) {
    return new SendDeliveries.Retelling(occurrences, tell);
  }

  @Singleton
  GuardedCaller webhookCaller(TargetRule rule) {
    return new GuardedCaller(rule);
  }

  @Singleton
  SendDeliveries sendDeliveries(
      Deliveries deliveries,
      FindReceivers receivers,
      TargetHealths healths,
      GuardedCaller caller,
      SendDeliveries.Retelling retelling,
      InstantSource clock) {
    return new SendDeliveries(deliveries, receivers, healths, caller, retelling, clock);
  }

  @Singleton
  EditEndpoints editEndpoints(Endpoints endpoints, TargetRule rule) {
    return new EditEndpoints(endpoints, rule);
  }

  @Singleton
  EditForwards editForwards(
      Channels channels, Forwards forwards, TargetHealths healths, TargetRule rule) {
    return new EditForwards(channels, forwards, healths, rule);
  }

  @Singleton
  ReplayDeliveries replayDeliveries(
      Deliveries deliveries, Endpoints endpoints, TargetHealths healths, ForwardQueue queue) {
    return new ReplayDeliveries(deliveries, endpoints, healths, queue);
  }
}
