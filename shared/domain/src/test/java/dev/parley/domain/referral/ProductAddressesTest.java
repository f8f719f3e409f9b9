package dev.parley.domain.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductAddressesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "看這個 https://www.shop.tw/p/1?utm_source=fb 喔 | shop.tw/p/1",
        "shop.tw/p/1                                 | shop.tw/p/1",
        "請看shop.tw/p/1                              | shop.tw/p/1",
        "m.shop.tw/p/1/.                             | shop.tw/p/1",
        "ดูที่ HTTPS://M.shop.tw/p/1?v=2#top นะ          | shop.tw/p/1?v=2",
        "(shop.tw/p/1)                               | shop.tw/p/1",
        "https://shop.tw/p/1，很好看                    | shop.tw/p/1"
      })
  void findsAddressesAsPeopleTypeThem(String text, String key) {
    var readings = ProductAddresses.in(text).getFirst().readings();

    assertTrue(readings.stream().anyMatch(reading -> reading.key().equals(key)));
  }

  @Test
  void leavesMailAddressesAndPlainWordsAlone() {
    assertEquals(0, ProductAddresses.in("me@shop.tw says hello... ok.").size());
  }

  @Test
  void readsALongTextQuickly() {
    assertEquals(0, ProductAddresses.in("a.".repeat(2500)).size());
  }
}
