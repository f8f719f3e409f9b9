package dev.parley.referral.reports;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.StoreId;
import dev.parley.domain.merchant.Merchant;
import dev.parley.domain.report.CellKey;
import dev.parley.domain.report.CellKey.LinkKind;
import dev.parley.domain.report.Count;
import dev.parley.domain.report.Figure;
import dev.parley.domain.report.Figures;
import dev.parley.domain.report.MessagePrices;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What referrals sold, summed from cells: a pure function of them. Rows of time are in its order
 * and without gaps, others by revenue. The total is the same for every grouping.
 */
record Report(List<Row> rows, Row total) {
  private static final String NO_STORE = "";

  private static final Comparator<Row> BY_REVENUE =
      Comparator.comparingLong((Row row) -> row.count(Figure.REVENUE))
          .reversed()
          .thenComparing(row -> row.key() == null ? "" : row.key());

  Report {
    rows = List.copyOf(rows);
  }

  static Report of(Merchant merchant, Scope scope, Span span, GroupBy groupBy, Facts facts) {
    Yardstick yardstick = yardstick(merchant, facts);
    List<Entry> sales = entries(facts.sales(), facts).filter(e -> e.seenIn(scope)).toList();
    List<Entry> grouped =
        groupBy == GroupBy.PRODUCT
            ? entries(facts.products(), facts).filter(e -> e.seenIn(scope)).toList()
            : sales;
    Map<String, Tally> sums = new TreeMap<>();
    if (groupBy.isTime()) {
      span.from()
          .datesUntil(span.to().plusDays(1))
          .forEach(day -> sums.put(bucket(merchant, groupBy, day), Tally.NONE));
    }
    Function<Entry, String> key = key(merchant, groupBy);
    grouped.forEach(entry -> sums.merge(key.apply(entry), entry.tally(), Tally::plus));
    return new Report(
        lines(sums, groupBy, yardstick),
        new Row(null, sales.stream().map(Entry::tally).reduce(Tally.NONE, Tally::plus), yardstick));
  }

  private static List<Row> lines(Map<String, Tally> sums, GroupBy groupBy, Yardstick yardstick) {
    Stream<Row> lines =
        sums.entrySet().stream()
            .map(
                sum ->
                    new Row(
                        sum.getKey().equals(NO_STORE) ? null : sum.getKey(),
                        sum.getValue(),
                        yardstick));
    return (groupBy.isTime() ? lines : lines.sorted(BY_REVENUE)).toList();
  }

  private static Yardstick yardstick(Merchant merchant, Facts facts) {
    Figures credited = sum(facts.sales());
    return new Yardstick(
        merchant.currency(),
        facts.prices().currency(),
        sum(facts.allOrders()).get(Figure.KNOWN_REVENUE),
        credited.get(Figure.REVENUE),
        credited.get(Figure.ORDERS));
  }

  private static Figures sum(List<Count> counts) {
    return counts.stream().map(Count::figures).reduce(Figures.NONE, Figures::plus);
  }

  private static Function<Entry, String> key(Merchant merchant, GroupBy groupBy) {
    return switch (groupBy) {
      case AGENT -> entry -> entry.agent().value();
      case CHANNEL -> entry -> entry.channel().value();
      case STORE -> entry -> entry.store() == null ? NO_STORE : entry.store().value();
      case PRODUCT -> Entry::product;
      case LINK_KIND -> entry -> entry.linkKind().wireName();
      case DAY, WEEK, MONTH -> entry -> bucket(merchant, groupBy, entry.day());
    };
  }

  private static String bucket(Merchant merchant, GroupBy groupBy, LocalDate day) {
    return groupBy.bucket(day, merchant.weekStart()).toString();
  }

  private static Stream<Entry> entries(List<Count> counts, Facts facts) {
    Map<ChannelId, ChannelType> types = new HashMap<>();
    for (Count count : facts.sales()) {
      if (count.cell() instanceof CellKey.Sales sales) {
        types.put(sales.channelId(), sales.channelType());
      }
    }
    return counts.stream().flatMap(count -> entry(count, types, facts.prices()));
  }

  private static Stream<Entry> entry(
      Count count, Map<ChannelId, ChannelType> types, MessagePrices prices) {
    return switch (count.cell()) {
      case CellKey.Sales s ->
          Stream.of(
              new Entry(
                  s.day(),
                  s.agentId(),
                  s.storeId(),
                  s.channelId(),
                  s.linkKind(),
                  "",
                  tally(count, s.channelType(), prices)));
      case CellKey.ProductSales p ->
          Stream.of(
              new Entry(
                  p.day(),
                  p.agentId(),
                  p.storeId(),
                  p.channelId(),
                  LinkKind.NONE, // Not counted by kind.
                  p.productId().value(),
                  tally(count, types.get(p.channelId()), prices)));
      case CellKey.AllOrders _ -> Stream.empty();
    };
  }

  private static Tally tally(Count count, @Nullable ChannelType type, MessagePrices prices) {
    BigDecimal price = type == null ? BigDecimal.ZERO : prices.of(type);
    long messages = count.figures().get(Figure.MESSAGES);
    return new Tally(count.figures(), price.multiply(BigDecimal.valueOf(messages)));
  }

  /** A cell's amounts with all that they can be grouped by. */
  private record Entry(
      LocalDate day,
      AgentId agent,
      @Nullable StoreId store,
      ChannelId channel,
      LinkKind linkKind,
      String product,
      Tally tally) {
    boolean seenIn(Scope scope) {
      return scope.sees(agent, store);
    }
  }
}
