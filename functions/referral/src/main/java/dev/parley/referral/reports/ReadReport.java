package dev.parley.referral.reports;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.http.QueryFields;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.merchant.Merchant;
import dev.parley.domain.referral.AttributionSettings;
import dev.parley.domain.referral.AttributionTerms;
import dev.parley.domain.report.FigureCells;
import dev.parley.domain.report.MessagePriceSettings;
import dev.parley.json.JsonWriter;
import dev.parley.referral.settings.TermsJson;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Shows what referrals sold, as JSON or as CSV. */
public final class ReadReport {
  private final FigureCells cells;
  private final MessagePriceSettings prices;
  private final AttributionSettings settings;
  private final OtherTerms others;
  private final Labels labels;
  private final InstantSource clock;

  ReadReport(
      FigureCells cells,
      MessagePriceSettings prices,
      AttributionSettings settings,
      OtherTerms others,
      Labels labels,
      InstantSource clock) {
    this.cells = cells;
    this.prices = prices;
    this.settings = settings;
    this.others = others;
    this.labels = labels;
    this.clock = clock;
  }

  public HttpReply report(Caller caller, HttpCall call) {
    Merchant merchant = caller.merchant();
    QueryFields query = call.queryFields();
    AskedTerms asked = AskedTerms.read(query);
    Span span =
        Span.read(
            query,
            merchant.dayOf(clock.instant()),
            asked.isAny() ? OtherTerms.MOST_DAYS : Span.MOST_DAYS);
    GroupBy groupBy =
        Objects.requireNonNullElse(
            query.value("groupBy", "must be one of " + GroupBy.CHOICES, GroupBy::named),
            GroupBy.AGENT);
    boolean csv = Csv.isAsked(query);
    query.done();
    @Nullable AttributionTerms terms =
        asked.isAny() ? asked.over(settings.terms(merchant.id())) : null;
    Facts standing = facts(merchant.id(), span, groupBy);
    Facts facts =
        terms == null ? standing : standing.with(others.change(merchant.id(), span, terms));
    Report report = Report.of(merchant, Scope.of(caller), span, groupBy, facts);
    Map<String, String> names = labels.of(merchant.id(), groupBy, report);
    return csv
        ? HttpReply.csv("referrals-" + span.from() + "-" + span.to() + ".csv", csv(report, names))
        : HttpReply.json(
            200,
            w -> {
              w.field("from", span.from().toString())
                  .field("to", span.to().toString())
                  .field("timeZone", merchant.timeZone().getId())
                  .field("groupBy", groupBy.wireName());
              write(w, terms);
              write(w, report, names);
            });
  }

  private static void write(JsonWriter w, @Nullable AttributionTerms terms) {
    if (terms != null) {
      w.object("terms", told -> TermsJson.write(told, terms));
    }
  }

  private static void write(JsonWriter w, Report report, Map<String, String> names) {
    w.objects("rows", report.rows(), (row, line) -> write(row, line, names))
        .object("total", total -> write(total, report.total(), names));
  }

  private Facts facts(MerchantId merchant, Span span, GroupBy groupBy) {
    return new Facts(
        cells.sales(merchant, span.from(), span.to()),
        groupBy == GroupBy.PRODUCT ? cells.products(merchant, span.from(), span.to()) : List.of(),
        cells.allOrders(merchant, span.from(), span.to()),
        prices.prices(merchant));
  }

  private static void write(JsonWriter w, Row line, Map<String, String> names) {
    w.field("key", line.key()).field("label", label(line, names));
    Column.ALL.forEach(column -> column.write(w, line));
  }

  private static @Nullable String label(Row line, Map<String, String> names) {
    return line.key() == null ? null : names.get(line.key());
  }

  private static String csv(Report report, Map<String, String> names) {
    List<String> header = new ArrayList<>(List.of("key", "label"));
    Column.ALL.forEach(column -> header.add(column.name()));
    header.addAll(List.of("currency", "messageCostCurrency"));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    report.rows().forEach(line -> rows.add(row(line, label(line, names))));
    rows.add(row(report.total(), "total"));
    return Csv.text(header, rows);
  }

  private static List<@Nullable Object> row(Row line, @Nullable String label) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(line.key());
    row.add(label);
    Column.ALL.forEach(column -> row.add(column.value().apply(line)));
    row.add(line.yardstick().currency().getCode());
    row.add(line.yardstick().priceCurrency().getCode());
    return row;
  }
}
