package dev.parley.referral.reports;

import dev.parley.domain.attribution.Clicks;
import dev.parley.domain.attribution.Credits;
import dev.parley.domain.attribution.Customers;
import dev.parley.domain.attribution.FindCandidates;
import dev.parley.domain.attribution.Orders;
import dev.parley.domain.catalog.Products;
import dev.parley.domain.channel.ChannelNames;
import dev.parley.domain.conversation.Inbox;
import dev.parley.domain.merchant.Agents;
import dev.parley.domain.outbound.SentFacts;
import dev.parley.domain.referral.AttributionSettings;
import dev.parley.domain.referral.Referrals;
import dev.parley.domain.report.FigureCells;
import dev.parley.domain.report.MessagePriceSettings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The beans behind the reports. */
@Factory
public class ReportBeans {
  @Singleton
  Labels labels(Agents agents, Products products, ChannelNames channels) {
    return new Labels(agents, products, channels);
  }

  @Singleton
  OtherTerms otherTerms(
      Credits credits, Orders orders, Referrals referrals, Clicks clicks, Customers customers) {
    return new OtherTerms(credits, orders, new FindCandidates(referrals, clicks, customers));
  }

  @Singleton
  ReadReport readReport(
      FigureCells cells,
      MessagePriceSettings prices,
      AttributionSettings settings,
      OtherTerms others,
      Labels labels,
      InstantSource clock) {
    return new ReadReport(cells, prices, settings, others, labels, clock);
  }

  @Singleton
  ListOrders listOrders(Credits credits, InstantSource clock) {
    return new ListOrders(credits, clock);
  }

  @Singleton
  ConversationFacts conversationFacts(SentFacts sent, Referrals referrals, Clicks clicks) {
    return new ConversationFacts(sent, referrals, clicks);
  }

  @Singleton
  DetailPages detailPages(Inbox inbox, InstantSource clock) {
    return new DetailPages(new DetailWalk(inbox), clock);
  }

  @Singleton
  ListMessages listMessages(DetailPages pages, ConversationFacts facts) {
    return new ListMessages(pages, facts);
  }

  @Singleton
  ListClicks listClicks(DetailPages pages, ConversationFacts facts) {
    return new ListClicks(pages, facts);
  }

  @Singleton
  Recount recount(Inbox inbox, ConversationFacts facts, Credits credits, Orders orders) {
    return new Recount(inbox, facts, credits, orders);
  }

  @Singleton
  CheckFigures checkFigures(FigureCells cells, Recount recount, InstantSource clock) {
    return new CheckFigures(cells, recount, clock);
  }

  @Singleton
  ExplainOrder explainOrder(Credits credits, Orders orders) {
    return new ExplainOrder(credits, orders);
  }
}
