package dev.parley.referral.reports;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.parley.aws.http.QueryFields;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Rows as a spreadsheet opens them: UTF-8 with a BOM, RFC 4180. Text that a spreadsheet would run
 * as a formula begins with an apostrophe; numbers, negative ones too, stay numbers.
 */
final class Csv {
  private static final String BOM = "\uFEFF";
  private static final String RUN = "=+-@";
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private Csv() {}

  /** Returns whether {@code format} asks for CSV and not for JSON. */
  static boolean isAsked(QueryFields query) {
    Boolean csv =
        query.value(
            "format",
            "must be json or csv",
            text ->
                switch (text) {
                  case "json" -> Optional.of(false);
                  case "csv" -> Optional.of(true);
                  default -> Optional.empty();
                });
    return csv != null && csv;
  }

  static String text(List<String> header, List<List<@Nullable Object>> rows) {
    StringWriter text = new StringWriter();
    text.write(BOM);
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(header);
      for (List<@Nullable Object> row : rows) {
        csv.writeRecord(row.stream().map(Csv::cell).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static String cell(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Money money -> money.getAmount().toPlainString();
      case BigDecimal number -> number.toPlainString();
      case Instant time -> TIME.format(time);
      case List<?> texts ->
          cell(texts.stream().map(Object::toString).collect(Collectors.joining(" ")));
      case String text -> !text.isEmpty() && RUN.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
      default -> value.toString();
    };
  }
}
