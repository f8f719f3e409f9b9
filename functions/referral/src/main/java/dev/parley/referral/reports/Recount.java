package dev.parley.referral.reports;

import dev.parley.domain.attribution.Credit;
import dev.parley.domain.attribution.Credits;
import dev.parley.domain.attribution.Openings;
import dev.parley.domain.attribution.Order;
import dev.parley.domain.attribution.OrderKey;
import dev.parley.domain.attribution.Orders;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Inbox;
import dev.parley.domain.id.ContactId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.outbound.SentFacts.SentFact;
import dev.parley.domain.page.Page;
import dev.parley.domain.page.PageRequest;
import dev.parley.domain.referral.Referral;
import dev.parley.domain.referral.SentCounts;
import dev.parley.domain.report.CellKey;
import dev.parley.domain.report.CellKey.LinkKind;
import dev.parley.domain.report.Count;
import dev.parley.domain.report.Figure;
import dev.parley.domain.report.Figures;
import dev.parley.referral.reports.ConversationFacts.Sent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Counts the reports' cells anew from the facts: the messages that platforms took, the referrals in
 * them, the clicks of each contact, and the orders by the links that they are credited to. It walks
 * through all conversations of the merchant, by queries.
 */
final class Recount {
  private static final int PAGE = 100;

  private final Inbox inbox;
  private final ConversationFacts facts;
  private final Credits credits;
  private final Orders orders;

  Recount(Inbox inbox, ConversationFacts facts, Credits credits, Orders orders) {
    this.inbox = inbox;
    this.facts = facts;
    this.credits = credits;
    this.orders = orders;
  }

  /**
   * What was counted, and what can't be right about the facts themselves.
   *
   * @param withoutOrder orders that are credited but not there
   * @param unknownTokens orders that carry a token which we never made
   */
  record Counted(
      Map<CellKey, Figures> cells, List<OrderKey> withoutOrder, List<OrderKey> unknownTokens) {}

  Counted count(MerchantId merchant, Span span) {
    List<Count> counts = new ArrayList<>();
    Set<ContactId> met = new HashSet<>();
    @Nullable String cursor = null;
    do {
      Page<Conversation> page =
          inbox.list(merchant, Inbox.Filter.ALL, new PageRequest(PAGE, cursor));
      List<Callable<List<Count>>> parts = new ArrayList<>();
      for (Conversation conversation : page.items()) {
        parts.add(() -> messages(conversation, span));
        ContactId contact = conversation.contact().id();
        if (met.add(contact)) {
          parts.add(() -> clicks(merchant, contact));
        }
      }
      counts.addAll(AtOnce.all(parts));
      cursor = page.nextCursor();
    } while (cursor != null);
    List<OrderKey> withoutOrder = new ArrayList<>();
    List<OrderKey> unknownTokens = new ArrayList<>();
    counts.addAll(sales(merchant, span, withoutOrder, unknownTokens));
    counts.removeIf(count -> !span.holds(count.cell().day()));
    return new Counted(Count.sum(counts), withoutOrder, unknownTokens);
  }

  private List<Count> messages(Conversation conversation, Span span) {
    List<Count> counts = new ArrayList<>();
    for (Sent sent : facts.sent(conversation, span)) {
      Referral referral = sent.referral();
      if (referral == null) {
        counts.add(plain(conversation, sent.fact()));
      } else {
        counts.addAll(SentCounts.of(referral));
      }
    }
    return counts;
  }

  private static Count plain(Conversation conversation, SentFact fact) {
    return new Count(
        new CellKey.Sales(
            fact.day(),
            fact.agentId(),
            fact.storeId(),
            conversation.channelId(),
            conversation.channelType(),
            LinkKind.NONE),
        Figures.of(Figure.MESSAGES, 1));
  }

  private List<Count> clicks(MerchantId merchant, ContactId contact) {
    List<Count> counts = new ArrayList<>();
    facts
        .opened(merchant, contact)
        .forEach(opened -> counts.addAll(Openings.NONE.counts(opened.clicks())));
    return counts;
  }

  private List<Count> sales(
      MerchantId merchant, Span span, List<OrderKey> withoutOrder, List<OrderKey> unknownTokens) {
    List<Credit> counting = credits.counting(merchant, span.from(), span.to()).toList();
    Map<OrderKey, Order> known = orders.findAll(counting.stream().map(Credit::order).toList());
    List<Count> counts = new ArrayList<>();
    for (Credit credit : counting) {
      Order order = known.get(credit.order());
      if (order == null) {
        withoutOrder.add(credit.order());
      } else {
        counts.addAll(credit.attribution().counts(order));
      }
      if (credit.attribution().unknownToken()) {
        unknownTokens.add(credit.order());
      }
    }
    return counts;
  }
}
