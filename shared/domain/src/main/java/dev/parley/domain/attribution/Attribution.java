package dev.parley.domain.attribution;

import dev.parley.domain.attribution.Judgement.Verdict;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.referral.AttributionTerms.Model;
import dev.parley.domain.report.CellKey;
import dev.parley.domain.report.Count;
import dev.parley.domain.report.Figure;
import dev.parley.domain.report.Figures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is credited for an order, with the evidence: a pure function of the order and of the facts
 * about the links of its customer.
 *
 * @param matchedBy how the customer was found; {@code null}: not found
 * @param unknownToken whether the order carries a token that we never made
 * @param links the leading one first, then those that assisted, then near misses
 */
public record Attribution(
    @Nullable MatchedBy matchedBy, boolean unknownToken, List<Judgement> links) {
  private static final int MOST_MISSES = 20;

  /** Newest start first; by the newest click and the token where that doesn't decide. */
  private static final Comparator<Touch> NEWEST =
      Comparator.comparing(Attribution::start)
          .thenComparing(Attribution::clicked)
          .thenComparing(Touch::sentAt)
          .thenComparing(Touch::token)
          .reversed();

  private static final Comparator<Touch> OLDEST =
      Comparator.comparing(Attribution::start)
          .thenComparing(Attribution::clicked)
          .thenComparing(Touch::sentAt)
          .thenComparing(Touch::token);

  public Attribution {
    links = List.copyOf(links);
  }

  /** Judges the order's candidates. */
  public static Attribution of(
      Order order,
      @Nullable MatchedBy matchedBy,
      boolean unknownToken,
      List<Candidate> candidates) {
    List<Judgement> alone = candidates.stream().map(c -> c.judge(order)).toList();
    List<Touch> qualifying =
        alone.stream().filter(j -> j.verdict() == Verdict.LED).map(Judgement::touch).toList();
    List<Judgement> links = new ArrayList<>(ranked(qualifying));
    alone.stream()
        .filter(j -> j.verdict() != Verdict.LED)
        .sorted(
            Comparator.comparing(Judgement::touch, Comparator.comparing(Touch::sentAt)).reversed())
        .limit(MOST_MISSES)
        .forEach(links::add);
    return new Attribution(matchedBy, unknownToken, links);
  }

  private static List<Judgement> ranked(List<Touch> qualifying) {
    if (qualifying.isEmpty()) {
      return List.of();
    }
    Touch newest = qualifying.stream().max(Comparator.comparing(Touch::sentAt)).orElseThrow();
    List<Touch> inOrder =
        qualifying.stream().sorted(newest.terms().model() == Model.LAST ? NEWEST : OLDEST).toList();
    Set<AgentId> seen = new HashSet<>();
    List<Judgement> ranked = new ArrayList<>();
    for (Touch touch : inOrder) {
      boolean first = seen.isEmpty();
      boolean newAgent = seen.add(touch.author().agentId());
      ranked.add(
          new Judgement(
              touch, first ? Verdict.LED : newAgent ? Verdict.ASSISTED : Verdict.SAME_AGENT));
    }
    ranked.sort(Comparator.comparing(Judgement::verdict));
    return ranked;
  }

  private static Instant start(Touch touch) {
    Instant start = touch.start();
    return start == null ? Instant.MIN : start;
  }

  private static Instant clicked(Touch touch) {
    Instant clicked = touch.clickedAt();
    return clicked == null ? Instant.MIN : clicked;
  }

  public Optional<Touch> lead() {
    return with(Verdict.LED).findFirst();
  }

  public List<Touch> assisted() {
    return with(Verdict.ASSISTED).toList();
  }

  private Stream<Touch> with(Verdict verdict) {
    return links.stream().filter(j -> j.verdict() == verdict).map(Judgement::touch);
  }

  /** Returns what the order counts for in the reports. */
  public List<Count> counts(Order order) {
    LocalDate day = order.dayOf(order.placedAt());
    long total = order.total().getAmountMinorLong();
    List<Count> counts = new ArrayList<>();
    counts.add(
        new Count(
            new CellKey.AllOrders(day),
            Figures.of(Figure.KNOWN_ORDERS, 1).and(Figure.KNOWN_REVENUE, total)));
    for (Order.Refund refund : order.refunds()) {
      counts.add(
          new Count(
              new CellKey.AllOrders(order.dayOf(refund.at())),
              Figures.of(Figure.KNOWN_REFUNDED, refund.minor())));
    }
    lead()
        .ifPresent(
            lead -> {
              add(counts, lead, day, Figures.of(Figure.ORDERS, 1).and(Figure.REVENUE, total));
              for (Order.Refund refund : order.refunds()) {
                Figures refunded = Figures.of(Figure.REFUNDED, refund.minor());
                add(counts, lead, order.dayOf(refund.at()), refunded);
              }
            });
    for (Touch assisted : assisted()) {
      add(counts, assisted, day, Figures.of(Figure.ASSISTED_ORDERS, 1));
    }
    return counts;
  }

  private static void add(List<Count> counts, Touch touch, LocalDate day, Figures figures) {
    counts.add(new Count(touch.sales(day), figures));
    counts.add(new Count(touch.product(day), figures));
  }
}
