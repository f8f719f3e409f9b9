package dev.parley.platforms.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PriceTextTest {
  @ParameterizedTest
  @CsvSource({
    "TWD 1290.00,'NT$1,290'",
    "TWD 0.50,NT$0.50",
    "THB 1234567.25,'฿1,234,567.25'",
    "JPY 100,¥100",
    "CHF 12.00,CHF 12"
  })
  void writesPricesAsCustomersReadThem(String price, String text) {
    assertEquals(text, PriceText.of(Money.parse(price)));
  }
}
