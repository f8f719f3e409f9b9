package dev.parley.referral.reports;

import dev.parley.aws.http.BadInput;
import dev.parley.domain.attribution.Credit;
import dev.parley.domain.attribution.Credits;
import dev.parley.domain.attribution.FindCandidates;
import dev.parley.domain.attribution.Order;
import dev.parley.domain.attribution.OrderKey;
import dev.parley.domain.attribution.Orders;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.input.FieldError;
import dev.parley.domain.referral.AttributionTerms;
import dev.parley.domain.report.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * What the reports would say had all links been made under other terms: each order is judged anew
 * from the facts. Nothing is written; the figures that stand are not lost. A click on a link whose
 * time, counted from its sending, had run out was never a fact, so a longer time can't bring it
 * back.
 */
final class OtherTerms {
  static final int MOST_DAYS = 31;
  private static final int MOST_ORDERS = 2_000;

  private final Credits credits;
  private final Orders orders;
  private final FindCandidates candidates;

  OtherTerms(Credits credits, Orders orders, FindCandidates candidates) {
    this.credits = credits;
    this.orders = orders;
    this.candidates = candidates;
  }

  /** Returns what the cells of these days, as they stand, lack or have too much of. */
  List<Count> change(MerchantId merchant, Span span, AttributionTerms terms) {
    List<Credit> counting =
        credits
            .counting(merchant, span.from(), span.to())
            .filter(credit -> credit.counts().stream().anyMatch(c -> span.holds(c.cell().day())))
            .limit(MOST_ORDERS + 1)
            .toList();
    if (counting.size() > MOST_ORDERS) {
      String rule =
          "the range may hold at most " + MOST_ORDERS + " orders when they are judged anew";
      throw new BadInput(List.of(new FieldError("from", rule)));
    }
    Map<OrderKey, Order> known = orders.findAll(counting.stream().map(Credit::order).toList());
    List<Callable<List<Count>>> judging = new ArrayList<>();
    for (Credit credit : counting) {
      Order order = known.get(credit.order());
      if (order != null) {
        judging.add(() -> change(credit, order, terms));
      }
    }
    return AtOnce.all(judging).stream().filter(count -> span.holds(count.cell().day())).toList();
  }

  private List<Count> change(Credit credit, Order order, AttributionTerms terms) {
    return Count.difference(candidates.attribution(order, terms).counts(order), credit.counts());
  }
}
