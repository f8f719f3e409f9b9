package dev.parley.testkit.referral;

import dev.parley.domain.attribution.Credit;
import dev.parley.domain.attribution.Credits;
import dev.parley.domain.attribution.OrderKey;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.report.Count;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Credits in memory. */
public final class InMemoryCredits implements Credits {
  private final Map<OrderKey, Credit> credits = new HashMap<>();
  private final InMemoryFigures figures;

  public InMemoryCredits(InMemoryFigures figures) {
    this.figures = figures;
  }

  @Override
  public synchronized Optional<Credit> find(OrderKey order) {
    return Optional.ofNullable(credits.get(order));
  }

  @Override
  public synchronized boolean write(Credit credit, List<Count> change) {
    long revision = find(credit.order()).map(Credit::revision).orElse(0L);
    if (credit.revision() != revision + 1) {
      return false;
    }
    credits.put(credit.order(), credit);
    figures.add(credit.order().merchantId(), change);
    return true;
  }

  @Override
  public synchronized Stream<Credit> between(MerchantId merchant, Instant from, Instant to) {
    List<Credit> found =
        credits.values().stream()
            .filter(credit -> credit.order().merchantId().equals(merchant))
            .filter(credit -> credit.attribution().lead().isPresent())
            .filter(c -> !c.placedAt().isBefore(from) && c.placedAt().isBefore(to))
            .sorted(Comparator.comparing(Credit::placedAt))
            .toList();
    return found.stream();
  }

  @Override
  public synchronized Stream<Credit> counting(MerchantId merchant, LocalDate from, LocalDate to) {
    List<Credit> found =
        credits.values().stream()
            .filter(credit -> credit.order().merchantId().equals(merchant))
            .filter(
                credit ->
                    credit.counts().stream()
                        .map(count -> count.cell().day())
                        .anyMatch(day -> !day.isBefore(from) && !day.isAfter(to)))
            .toList();
    return found.stream();
  }
}
