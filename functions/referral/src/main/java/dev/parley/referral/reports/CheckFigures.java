package dev.parley.referral.reports;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.http.QueryFields;
import dev.parley.domain.attribution.OrderKey;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.StoreId;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.merchant.Merchant;
import dev.parley.domain.report.CellKey;
import dev.parley.domain.report.Count;
import dev.parley.domain.report.Figure;
import dev.parley.domain.report.FigureCells;
import dev.parley.domain.report.Figures;
import dev.parley.json.JsonWriter;
import dev.parley.referral.reports.Recount.Counted;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares the reports' cells with what the facts come to. Facts go on arriving meanwhile, so
 * differences are looked at a second time, and those that stand are named.
 */
public final class CheckFigures {
  static final int MOST_DAYS = 31;

  private final FigureCells cells;
  private final Recount recount;
  private final InstantSource clock;

  CheckFigures(FigureCells cells, Recount recount, InstantSource clock) {
    this.cells = cells;
    this.recount = recount;
    this.clock = clock;
  }

  /** A counter that stands otherwise than the facts say. */
  record Difference(CellKey cell, Figure counter, long stored, long recomputed) {}

  private record Result(int cells, Set<Difference> differences, Counted counted) {}

  public HttpReply check(Caller caller, HttpCall call) {
    Merchant merchant = caller.merchant();
    QueryFields query = call.queryFields();
    Span span = Span.read(query, merchant.dayOf(clock.instant()), MOST_DAYS);
    query.done();
    Result result = compared(merchant.id(), span);
    Set<Difference> standing = new LinkedHashSet<>(result.differences());
    if (!standing.isEmpty()) {
      standing.retainAll(compared(merchant.id(), span).differences());
    }
    return HttpReply.json(
        200,
        w ->
            w.field("from", span.from().toString())
                .field("to", span.to().toString())
                .field("timeZone", merchant.timeZone().getId())
                .field("cells", result.cells())
                .objects("differences", standing, CheckFigures::write)
                .objects("ordersMissing", result.counted().withoutOrder(), CheckFigures::write)
                .objects("unknownTokens", result.counted().unknownTokens(), CheckFigures::write));
  }

  private Result compared(MerchantId merchant, Span span) {
    List<Count> all = new ArrayList<>(cells.sales(merchant, span.from(), span.to()));
    all.addAll(cells.products(merchant, span.from(), span.to()));
    all.addAll(cells.allOrders(merchant, span.from(), span.to()));
    Map<CellKey, Figures> stored = Count.sum(all);
    Counted counted = recount.count(merchant, span);
    Set<CellKey> keys = new LinkedHashSet<>(stored.keySet());
    keys.addAll(counted.cells().keySet());
    Set<Difference> differences = new LinkedHashSet<>();
    keys.stream()
        .sorted(Comparator.comparing(CellKey::day))
        .forEach(
            key ->
                compare(
                    key,
                    stored.getOrDefault(key, Figures.NONE),
                    counted.cells().getOrDefault(key, Figures.NONE),
                    differences));
    return new Result(keys.size(), differences, counted);
  }

  private static void compare(
      CellKey key, Figures stored, Figures recomputed, Set<Difference> differences) {
    stored
        .minus(recomputed)
        .amounts()
        .keySet()
        .forEach(
            figure ->
                differences.add(
                    new Difference(key, figure, stored.get(figure), recomputed.get(figure))));
  }

  private static void write(JsonWriter w, Difference difference) {
    w.object("cell", cell -> write(cell, difference.cell()))
        .field("counter", camel(difference.counter().name()))
        .field("stored", difference.stored())
        .field("recomputed", difference.recomputed());
  }

  private static void write(JsonWriter w, CellKey cell) {
    w.field("day", cell.day().toString());
    switch (cell) {
      case CellKey.Sales s ->
          w.field("kind", "sales")
              .field("agentId", s.agentId().value())
              .field("storeId", text(s.storeId()))
              .field("channelId", s.channelId().value())
              .field("linkKind", s.linkKind().wireName());
      case CellKey.ProductSales p ->
          w.field("kind", "productSales")
              .field("productId", p.productId().value())
              .field("agentId", p.agentId().value())
              .field("storeId", text(p.storeId()))
              .field("channelId", p.channelId().value());
      case CellKey.AllOrders a -> w.field("kind", "allOrders");
    }
  }

  private static void write(JsonWriter w, OrderKey order) {
    w.field("source", order.source()).field("orderId", order.orderId());
  }

  private static @Nullable String text(@Nullable StoreId store) {
    return store == null ? null : store.value();
  }

  private static String camel(String name) {
    StringBuilder camel = new StringBuilder();
    for (String word : name.toLowerCase(Locale.ROOT).split("_")) {
      camel
          .append(camel.isEmpty() ? word.charAt(0) : Character.toUpperCase(word.charAt(0)))
          .append(word, 1, word.length());
    }
    return camel.toString();
  }
}
