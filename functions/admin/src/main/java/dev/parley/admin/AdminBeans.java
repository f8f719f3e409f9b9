package dev.parley.admin;

import dev.parley.admin.agents.AddAgent;
import dev.parley.admin.agents.ChangeAgent;
import dev.parley.admin.agents.FindAgents;
import dev.parley.admin.agents.IssueKey;
import dev.parley.admin.merchants.ChangeMerchant;
import dev.parley.admin.merchants.CreateMerchant;
import dev.parley.admin.parking.Forwarding;
import dev.parley.admin.parking.Lane;
import dev.parley.admin.parking.SweepParked;
import dev.parley.domain.attribution.ClickQueue;
import dev.parley.domain.attribution.ParkedClicks;
import dev.parley.domain.forward.DueDeliveries;
import dev.parley.domain.forward.ForwardQueue;
import dev.parley.domain.forward.ParkedForwards;
import dev.parley.domain.inbound.InboundQueue;
import dev.parley.domain.inbound.ParkedEvents;
import dev.parley.domain.merchant.AgentKeys;
import dev.parley.domain.merchant.Agents;
import dev.parley.domain.merchant.Merchants;
import dev.parley.domain.report.KnownOrders;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;

/** The use cases of administration. */
@Factory
public class AdminBeans {
  @Singleton
  AddAgent addAgent(Agents agents) {
    return new AddAgent(agents);
  }

  @Singleton
  ChangeAgent changeAgent(Agents agents) {
    return new ChangeAgent(agents);
  }

  @Singleton
  FindAgents findAgents(Agents agents) {
    return new FindAgents(agents);
  }

  @Singleton
  IssueKey issueKey(Agents agents, AgentKeys keys) {
    return new IssueKey(agents, keys);
  }

  @Singleton
  CreateMerchant createMerchant(Merchants merchants) {
    return new CreateMerchant(merchants);
  }

  @Singleton
  ChangeMerchant changeMerchant(Merchants merchants, KnownOrders orders) {
    return new ChangeMerchant(merchants, orders);
  }

  @Singleton
  SweepParked sweepParked(
      ParkedEvents events,
      InboundQueue inbound,
      ParkedClicks clicks,
      ClickQueue recording,
      Forwarding forwarding) {
    return new SweepParked(
        List.of(
            new Lane<>(events, inbound::offer),
            new Lane<>(clicks, recording::offer),
            forwarding.parked(),
            forwarding.due()));
  }

  @Singleton
  Forwarding forwarding(ParkedForwards parked, DueDeliveries due, ForwardQueue queue) {
    return new Forwarding(parked, due, queue);
  }
}
