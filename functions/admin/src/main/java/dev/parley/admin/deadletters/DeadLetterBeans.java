package dev.parley.admin.deadletters;

import dev.parley.admin.deadletters.Sources.Source;
import dev.parley.aws.runtime.RuntimeEnvironment;
import dev.parley.domain.attribution.AttributeOrder;
import dev.parley.domain.attribution.Clicks;
import dev.parley.domain.attribution.Credits;
import dev.parley.domain.attribution.Customers;
import dev.parley.domain.attribution.FindCandidates;
import dev.parley.domain.attribution.OrderChanges;
import dev.parley.domain.attribution.Orders;
import dev.parley.domain.deadletter.DeadLetter.Kind;
import dev.parley.domain.deadletter.DeadLetters;
import dev.parley.domain.deadletter.FailureNotes;
import dev.parley.domain.deadletter.Redelivery;
import dev.parley.domain.forward.ToldChanges;
import dev.parley.domain.outbound.SentMessages;
import dev.parley.domain.referral.Referrals;
import dev.parley.domain.replay.Replays;
import dev.parley.platforms.Platforms;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;

/** The beans behind dead letters. */
@Factory
public class DeadLetterBeans {
  @Singleton
  Sources sources(RuntimeEnvironment environment) {
    return new Sources(
        Map.of(
            environment.required("INBOUND_DEAD_LETTERS"),
            source(Kind.INBOUND_EVENT, environment.required("INBOUND_MAX_RECEIVES")),
            environment.required("OUTBOUND_DEAD_LETTERS"),
            source(Kind.OUTBOUND_MESSAGE, environment.required("OUTBOUND_MAX_RECEIVES")),
            environment.required("CLICKS_DEAD_LETTERS"),
            source(Kind.CLICK, environment.required("CLICKS_MAX_RECEIVES")),
            environment.required("ORDERS_DEAD_LETTERS"),
            new Source(Kind.ORDER, 0),
            environment.required("REPLAYS_DEAD_LETTERS"),
            source(Kind.REPLAY_STEP, environment.required("REPLAYS_MAX_RECEIVES")),
            environment.required("EVENTS_DEAD_LETTERS"),
            new Source(Kind.EVENT, 0),
            environment.required("FORWARDS_DEAD_LETTERS"),
            source(Kind.DELIVERY, environment.required("FORWARDS_MAX_RECEIVES"))));
  }

  private static Source source(Kind kind, String attempts) {
    return new Source(kind, Integer.parseInt(attempts));
  }

  @Singleton
  StreamLetters streamLetters(OrderChanges orders, ToldChanges told) {
    return new StreamLetters(new OrderLetters(orders), new EventLetters(told));
  }

  @Singleton
  KeepDeadLetters keepDeadLetters(
      DeadLetters letters,
      FailureNotes notes,
      Sources sources,
      StreamLetters streams,
      InstantSource clock) {
    return new KeepDeadLetters(letters, notes, sources, streams, clock);
  }

  @Singleton
  OutboundState outboundState(SentMessages sent, InstantSource clock) {
    return new OutboundState(sent, Platforms::knownAgain, clock);
  }

  @Singleton
  StuckRuns stuckRuns(Replays replays, InstantSource clock) {
    return new StuckRuns(replays, clock);
  }

  @Singleton
  AttributeOrder attributeOrder(
      Orders orders, Credits credits, Referrals referrals, Clicks clicks, Customers customers) {
    return new AttributeOrder(orders, credits, new FindCandidates(referrals, clicks, customers));
  }

  @Singleton
  RetryDeadLetter retryDeadLetter(
      DeadLetters letters,
      Redelivery redelivery,
      OutboundState outbound,
      AttributeOrder attributeOrder,
      InstantSource clock) {
    return new RetryDeadLetter(letters, redelivery, outbound, attributeOrder, clock);
  }

  @Singleton
  DiscardDeadLetter discardDeadLetter(
      DeadLetters letters, OutboundState outbound, StuckRuns runs, InstantSource clock) {
    return new DiscardDeadLetter(letters, outbound, runs, clock);
  }
}
