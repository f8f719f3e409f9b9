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
record Column(String name, Function<Row, @Nullable Object> value) {
  static final List<Column> ALL =
      List.of(
          count("messages", Figure.MESSAGES),
          count("linksSent", Figure.LINKS_SENT),
          count("productsSent", Figure.PRODUCTS_SENT),
          count("clicks", Figure.CLICKS),
          count("uniqueClicks", Figure.UNIQUE_CLICKS),
          new Column("messageCtr", Row::messageCtr),
          new Column("productCtr", Row::productCtr),
          count("orders", Figure.ORDERS),
          count("assistedOrders", Figure.ASSISTED_ORDERS),
          new Column("conversion", Row::conversion),
          new Column("revenue", row -> row.money(Figure.REVENUE)),
          new Column("refunded", row -> row.money(Figure.REFUNDED)),
          new Column("netRevenue", Row::netRevenue),
          new Column("averageOrderValue", Row::averageOrderValue),
          new Column("shareOfRevenue", Row::shareOfRevenue),
          new Column("differenceToAverage", Row::differenceToAverage),
          new Column("messageCost", Row::messageCost),
          new Column("roas", Row::roas));

  private static Column count(String name, Figure figure) {
    return new Column(name, row -> row.count(figure));
  }

  void write(JsonWriter w, Row row) {
    switch (value.apply(row)) {
      case Money money -> MoneyField.write(w, name, money);
      case BigDecimal ratio -> w.field(name, ratio.stripTrailingZeros());
      case null -> w.put(name, null);
      case Object number -> w.put(name, number);
    }
  }
}
