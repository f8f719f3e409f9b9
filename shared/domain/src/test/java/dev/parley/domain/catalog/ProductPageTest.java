package dev.parley.domain.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
    "https://shop.tw/?, shop.tw",
    "https://m.tw/p, m.tw/p",
    "https://shop.tw:443/p, shop.tw/p",
    "http://shop.tw:080/p, shop.tw/p",
    "https://shop.tw:/p, shop.tw/p",
    "https://shop.tw:8443/p, shop.tw:8443/p",
    "http://shop.tw:443/p, shop.tw:443/p",
    "shop.tw/p?u=http://a.tw, shop.tw/p?u=http://a.tw",
    "shop.tw/p/茶, shop.tw/p/%E8%8C%B6",
    "shop.tw/%70/%e8%8c%b6%2f%7e, shop.tw/p/%E8%8C%B6%2F~",
    "shop.tw/p?b=2&a=2&B=1&a=1&utm%5Fid=3, shop.tw/p?B=1&a=2&a=1&b=2",
    "shop.tw/p?a[]=1, shop.tw/p?a%5B%5D=1",
    "https://茶.example./p, xn--cl1a.example/p",
    "https://WWW.CAFÉ.example/p, xn--caf-dma.example/p",
    "https://ｓｈｏｐ.tw/p, shop.tw/p",
    "https://shop。tw/p, shop.tw/p",
    "https://www．shop｡tw。/p, shop.tw/p",
    "shop.tw/a/../p/./1, shop.tw/p/1",
    "shop.tw/../p/1/x/.., shop.tw/p/1",
    "shop.tw/a/%2E%2e/p, shop.tw/p",
    "shop.tw/p/..., shop.tw/p/...",
    "shop.tw/p/.., shop.tw",
    "shop.tw/café, shop.tw/caf%C3%A9",
    "shop.tw/cafe%cc%81?c=e%CC%81, shop.tw/caf%C3%A9?c=%C3%A9",
    "shop.tw/%e9%cc, shop.tw/%E9%CC",
    "shop.tw/#/p/%e8%8c%b6/?utm_source=x&v=2, shop.tw#/p/%E8%8C%B6?v=2",
    "shop.tw/?v=1#!/p/1, shop.tw?v=1#!/p/1",
    "shop.tw/p#/, shop.tw/p",
    "shop.tw/p#top/1, shop.tw/p",
    "http://localhost:8080/p, localhost:8080/p",
    "http://[::1]:8080/p, [::1]:8080/p"
  })
  void seesTheSamePageBehindDifferentAddresses(String address, String key) {
    assertEquals(key, ProductPage.key(address).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "shop.tw/p?a=1&a=2, shop.tw/p?a=2&a=1",
    "shop.tw/p%2F1, shop.tw/p/1",
    "shop.tw/p?q=a%26b, shop.tw/p?q=a&b",
    "shop.tw/a, shop.tw/A",
    "shop.tw/#/p/1, shop.tw/#/p/2",
    "shop.tw/#/p/1, shop.tw/#!/p/1",
    "shop.tw/#/p/1, shop.tw"
  })
  void keepsPagesApartThatMayDiffer(String one, String other) {
    assertNotEquals(ProductPage.key(one).orElseThrow(), ProductPage.key(other).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ftp://shop.tw/p",
        "https://",
        "a b",
        "https:///p",
        "javascript:alert(1)",
        "https://user@shop.tw/p",
        "https://shop.tw@evil.tw/p",
        "https://shop.tw:1:2/p",
        "https://shop.tw:70000/p",
        "https://shop.tw:x/p",
        "https://shop_.tw/p",
        "https://a..tw/p",
        "https://straße.example/p",
        "https://a℀b.example/p",
        "https://%73hop.tw/p",
        "https://shop.tw/p%zz",
        "https://shop.tw/p\u3000q",
        "https://shop.tw\\p"
      })
  void refusesWhatIsNoWebAddress(String address) {
    assertTrue(ProductPage.key(address).isEmpty());
  }
}
