package dev.parley.domain.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductPageTest {
  @ParameterizedTest
  @CsvSource({
    "https://shop.tw/p/1, shop.tw/p/1",
    "http://www.shop.tw/p/1/, shop.tw/p/1",
    "m.shop.tw/p/1?utm_source=x&v=2#top, shop.tw/p/1?v=2",
    "WWW.Shop.TW/P/1?fbclid=abc, shop.tw/P/1",
    "https://shop.tw, shop.tw",
    "https://m.tw/p, m.tw/p",
  })
  void seesTheSamePageBehindDifferentAddresses(String address, String key) {
    assertEquals(key, ProductPage.key(address).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "ftp://shop.tw/p", "https://", "a b", "https:///p", "javascript:alert(1)"})
  void refusesWhatIsNoWebAddress(String address) {
    assertTrue(ProductPage.key(address).isEmpty());
  }
}
