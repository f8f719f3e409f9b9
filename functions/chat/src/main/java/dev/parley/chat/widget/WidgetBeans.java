package dev.parley.chat.widget;

import dev.parley.aws.log.Log;
import dev.parley.aws.request.Idempotency;
import dev.parley.aws.request.RequestCounts;
import dev.parley.chat.inbound.QueueEvents;
import dev.parley.domain.channel.ConnectedChannels;
import dev.parley.domain.conversation.Messages;
import dev.parley.domain.inbound.InboundQueue;
import dev.parley.domain.inbound.ParkedEvents;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The beans behind the website widget. */
@Factory
public class WidgetBeans {
  @Singleton
  WidgetScript widgetScript() {
    return new WidgetScript();
  }

  @Singleton
  AdmitSites admitSites(ConnectedChannels channels) {
    return new AdmitSites(channels);
  }

  @Singleton
  VisitorRates visitorRates(RequestCounts counts, InstantSource clock, Log log) {
    return new VisitorRates(counts, clock, log);
  }

  @Singleton
  VisitorChat visitorChat(
      ConnectedChannels channels,
      VisitorRates rates,
      Idempotency idempotency,
      InboundQueue queue,
      ParkedEvents parked,
      Messages messages) {
    KnowVisitors visitors = new KnowVisitors(channels);
    return new VisitorChat(
        new OpenSessions(rates),
        new TakeVisitorMessages(visitors, rates, idempotency, new QueueEvents(queue, parked)),
        new ShowConversation(visitors, rates, messages));
  }
}
