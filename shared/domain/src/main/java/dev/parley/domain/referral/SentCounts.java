package dev.parley.domain.referral;

import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.report.CellKey;
import dev.parley.domain.report.CellKey.LinkKind;
import dev.parley.domain.report.Count;
import dev.parley.domain.report.Figure;
import dev.parley.domain.report.Figures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What the reports count when a message has been sent. */
public final class SentCounts {
  private SentCounts() {}

  /** Returns the counts of a message without links. */
  public static List<Count> plain(Caller caller, Conversation conversation, Instant at) {
    return List.of(
        new Count(
            new CellKey.Sales(
                caller.merchant().dayOf(at),
                caller.agentId(),
                caller.agent().homeStore(),
                conversation.channelId(),
                conversation.channelType(),
                LinkKind.NONE),
            Figures.of(Figure.MESSAGES, 1)));
  }

  /** Returns the counts of the message that carries the referral. */
  public static List<Count> of(Referral referral) {
    LocalDate day = referral.dayOf(referral.sentAt());
    int links = referral.products().size();
    List<Count> counts = new ArrayList<>(links + 1);
    counts.add(new Count(Cell.sales(referral, day), message(links)));
    for (ReferredProduct product : referral.products()) {
      counts.add(new Count(Cell.product(referral, product.id(), day), message(1)));
    }
    return counts;
  }

  private static Figures message(int links) {
    return Figures.of(Figure.MESSAGES, 1)
        .and(Figure.REFERRAL_MESSAGES, 1)
        .and(Figure.LINKS_SENT, links)
        .and(Figure.PRODUCTS_SENT, links);
  }
}
