package dev.parley.referral.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.aws.http.BadInput;
import dev.parley.aws.http.QueryFields;
import dev.parley.domain.input.FieldError;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpanTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

  private static Span span(Map<String, String> query) {
    QueryFields fields = Calls.get(query).queryFields();
    Span span = Span.read(fields, TODAY, Span.MOST_DAYS);
    fields.done();
    return span;
  }

  private static List<String> refused(Map<String, String> query) {
    return assertThrows(BadInput.class, () -> span(query)).errors().stream()
        .map(FieldError::pointer)
        .sorted()
        .toList();
  }

  @Test
  void withoutDatesTheSpanIsTheLastFourteenDays() {
    assertEquals(new Span(LocalDate.parse("2026-11-11"), TODAY), span(Map.of()));
  }

  @Test
  void bothDatesAreIncluded() {
    assertEquals(1, span(Map.of("from", "2026-11-01", "to", "2026-11-01")).days());
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    assertEquals(
        List.of("from", "groupby", "to"),
        refused(Map.of("from", "2026-02-30", "to", "yesterday", "groupby", "day")));
  }

  @Test
  void aSpanIsForwardAndAtMostFourHundredDays() {
    assertEquals(400, span(Map.of("from", "2025-10-21")).days());
    assertEquals(List.of("from"), refused(Map.of("from", "2025-10-20")));
    assertEquals(List.of("from"), refused(Map.of("from", "2026-11-25")));
  }
}
