package dev.parley.referral.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.aws.http.BadInput;
import dev.parley.aws.http.QueryFields;
import dev.parley.domain.input.FieldError;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(strings = {"9999-01-01", "9999-12-31", "+10000-01-01", "1969-12-31", "0000-01-01"})
  void aDayThatNoKeyHoldsIsRefusedWithTheYearsThatAre(String day) {
    List<FieldError> errors =
        assertThrows(BadInput.class, () -> span(Map.of("from", day, "to", day))).errors();

    assertEquals(List.of("from", "to"), errors.stream().map(FieldError::pointer).toList());
    assertTrue(errors.getFirst().detail().endsWith("from 1970 to 9998"));
  }

  @Test
  void theLastDayThatIsTakenHasAnEnd() {
    Span last = span(Map.of("from", "9998-12-31", "to", "9998-12-31"));

    assertEquals("9998-12-31T16:00:00Z", last.end(ZoneId.of("Asia/Taipei")).toString());
  }

  @Test
  void aSpanIsForwardAndAtMostFourHundredDays() {
    assertEquals(400, span(Map.of("from", "2025-10-21")).days());
    assertEquals(List.of("from"), refused(Map.of("from", "2025-10-20")));
    assertEquals(List.of("from"), refused(Map.of("from", "2026-11-25")));
  }
}
