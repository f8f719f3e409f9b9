package dev.parley.referral.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CsvTest {
  private static String row(@Nullable Object... cells) {
    return Csv.text(List.of("a"), List.of(Arrays.asList(cells)));
  }

  @Test
  void textThatASpreadsheetWouldRunBeginsWithAnApostrophe() {
    assertEquals(
        "\uFEFFa\r\n'=1+1,'+66,'-x,'@SUM(A1),小店\r\n", row("=1+1", "+66", "-x", "@SUM(A1)", "小店"));
  }

  @Test
  void numbersStayNumbers() {
    assertEquals(
        "\uFEFFa\r\n-0.1234,-5.00,7,\r\n",
        row(new BigDecimal("-0.1234"), Money.parse("TWD -5.00"), 7L, null));
  }

  @Test
  void cellsWithSeparatorsAreQuoted() {
    assertEquals("\uFEFFa\r\n\"a,\"\"b\"\"\"\r\n", row("a,\"b\""));
  }

  @Test
  void timesHaveMilliseconds() {
    assertEquals(
        "\uFEFFa\r\n2026-11-24T10:00:00.000Z\r\n", row(Instant.parse("2026-11-24T10:00:00Z")));
  }
}
