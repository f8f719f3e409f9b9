package dev.parley.referral.reports;

import dev.parley.aws.http.MoneyField;
import dev.parley.domain.report.Figure;
import dev.parley.json.JsonWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a report's rows, under the name that it has in JSON and in CSV.
 *
 * @param value a whole number, a ratio, money, or {@code null}
 */
record Column(String name, Function<Line, @Nullable Object> value) {
  static final List<Column> ALL =
      List.of(
          count("messages", Figure.MESSAGES),
          count("linksSent", Figure.LINKS_SENT),
          count("productsSent", Figure.PRODUCTS_SENT),
          count("clicks", Figure.CLICKS),
          count("uniqueClicks", Figure.UNIQUE_CLICKS),
          new Column("messageCtr", Line::messageCtr),
          new Column("productCtr", Line::productCtr),
          count("orders", Figure.ORDERS),
          count("assistedOrders", Figure.ASSISTED_ORDERS),
          new Column("conversion", Line::conversion),
          new Column("revenue", line -> line.money(Figure.REVENUE)),
          new Column("refunded", line -> line.money(Figure.REFUNDED)),
          new Column("netRevenue", Line::netRevenue),
          new Column("averageOrderValue", Line::averageOrderValue),
          new Column("shareOfRevenue", Line::shareOfRevenue),
          new Column("differenceToAverage", Line::differenceToAverage),
          new Column("messageCost", Line::messageCost),
          new Column("roas", Line::roas));

  private static Column count(String name, Figure figure) {
    return new Column(name, line -> line.count(figure));
  }

  void write(JsonWriter w, Line line) {
    switch (value.apply(line)) {
      case Money money -> MoneyField.write(w, name, money);
      case BigDecimal ratio -> w.field(name, ratio.stripTrailingZeros());
      case null -> w.put(name, null);
      case Object number -> w.put(name, number);
    }
  }
}
