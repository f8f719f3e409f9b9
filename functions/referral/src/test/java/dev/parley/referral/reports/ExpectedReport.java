package dev.parley.referral.reports;

import dev.parley.referral.reports.BruteForce.Counted;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The rows of a report by the formulas of the contract. */
final class ExpectedReport {
  private static final BigDecimal PRICE = new BigDecimal("0.20");

  private final Map<String, Long> sums = new HashMap<>();

  private ExpectedReport(List<Counted> counted) {
    counted.forEach(one -> sums.merge(one.figure(), one.amount(), Long::sum));
  }

  static Map<String, Map<String, String>> rows(BruteForce world, GroupBy groupBy, Span span) {
    List<Counted> inSpan =
        world.counted().stream()
            .filter(one -> !one.day().isBefore(span.from()) && !one.day().isAfter(span.to()))
            .toList();
    List<Counted> whole = inSpan.stream().filter(one -> one.product() == null).toList();
    Map<String, List<Counted>> groups = new TreeMap<>();
    boolean byProduct = groupBy == GroupBy.PRODUCT;
    inSpan.stream()
        .filter(byProduct ? one -> one.product() != null : one -> one.product() == null)
        .forEach(one -> groups.computeIfAbsent(key(one, groupBy), k -> new ArrayList<>()).add(one));
    ExpectedReport total = new ExpectedReport(whole);
    long known = world.knownRevenue(span.from(), span.to());
    Map<String, Map<String, String>> rows = new TreeMap<>();
    groups.forEach((key, group) -> rows.put(key, new ExpectedReport(group).row(total, known)));
    rows.put("total", total.row(total, known));
    return withoutEmpty(rows, groupBy);
  }

  /** Rows in which nothing happened need not be there, but for those of a time. */
  static Map<String, Map<String, String>> withoutEmpty(
      Map<String, Map<String, String>> rows, GroupBy groupBy) {
    Predicate<String> nothing = value -> value.matches("0(\\.0*)?|none");
    rows.values().removeIf(row -> row.values().stream().allMatch(nothing));
    return rows;
  }

  private static String key(Counted one, GroupBy groupBy) {
    LocalDate day = one.day();
    return switch (groupBy) {
      case AGENT -> one.message().agent();
      case CHANNEL -> one.message().channel();
      case STORE -> String.valueOf(one.message().store());
      case PRODUCT -> String.valueOf(one.product());
      case LINK_KIND -> one.message().kind().wireName();
      case DAY -> day.toString();
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY)).toString();
      case MONTH -> day.withDayOfMonth(1).toString();
    };
  }

  private long sum(String figure) {
    return sums.getOrDefault(figure, 0L);
  }

  private Map<String, String> row(ExpectedReport all, long known) {
    Map<String, String> row = new TreeMap<>();
    for (String figure :
        List.of("messages", "linksSent", "clicks", "uniqueClicks", "orders", "assistedOrders")) {
      row.put(figure, Long.toString(sum(figure)));
    }
    row.put("productsSent", Long.toString(sum("linksSent")));
    row.put("messageCtr", ratio(number(sum("openedMessages")), number(sum("referralMessages"))));
    row.put("productCtr", ratio(number(sum("uniqueClicks")), number(sum("linksSent"))));
    row.put("conversion", ratio(number(sum("orders")), number(sum("uniqueClicks"))));
    row.put("revenue", money(sum("revenue")));
    row.put("refunded", money(sum("refunded")));
    row.put("netRevenue", money(sum("revenue") - sum("refunded")));
    row.put(
        "averageOrderValue",
        sum("orders") == 0
            ? "none"
            : number(sum("revenue"))
                .movePointLeft(2)
                .divide(number(sum("orders")), 2, RoundingMode.HALF_UP)
                .toPlainString());
    row.put("shareOfRevenue", ratio(number(sum("revenue")), number(known)));
    row.put("differenceToAverage", difference(all));
    BigDecimal cost = PRICE.multiply(number(sum("messages")));
    row.put("messageCost", cost.setScale(2, RoundingMode.HALF_UP).toPlainString());
    row.put("roas", ratio(number(sum("revenue")).movePointLeft(2), cost));
    return row;
  }

  /** (a/b − A/B) / (A/B), in whole numbers as long as that goes. */
  private String difference(ExpectedReport all) {
    if (sum("orders") == 0 || all.sum("orders") == 0 || all.sum("revenue") == 0) {
      return "none";
    }
    BigDecimal own = number(sum("revenue")).multiply(number(all.sum("orders")));
    BigDecimal average = number(all.sum("revenue")).multiply(number(sum("orders")));
    return ratio(own.subtract(average), average);
  }

  private static BigDecimal number(long value) {
    return BigDecimal.valueOf(value);
  }

  private static String money(long minor) {
    return BigDecimal.valueOf(minor, 2).toPlainString();
  }

  private static String ratio(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0
        ? "none"
        : part.divide(whole, 4, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
  }
}
