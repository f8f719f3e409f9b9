package dev.parley.domain.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "看shop。tw/p/1喔                 | shop.tw/p/1",
        "看 www．shop｡tw:8443/p/1        | shop.tw:8443/p/1",
        "看https://茶。example/p/1，好     | xn--cl1a.example/p/1",
        "看https://shop。tw。謝謝           | shop.tw",
        "看https://shop.tw。謝謝/再見        | shop.tw",
        "看a.tw。shop.tw/p/1            | shop.tw/p/1",
        "好。shop.tw/p/1。謝謝              | shop.tw/p/1",
        "https://a.tw/xhttps://shop.tw/p/1 | shop.tw/p/1"
      })
  void takesOtherFullStopsForDotsOrForTheEndOfASentence(String text, String key) {
    var readings = ProductAddresses.in(text).stream().flatMap(at -> at.readings().stream());

    assertTrue(readings.anyMatch(reading -> reading.key().equals(key)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xhttps://shop.tw/p/1",
        "7http://shop.tw/p/1",
        "xhttps://shop。tw/p/1",
        "很好。謝謝。再見",
        "me@shop。tw"
      })
  void findsNoAddressInAWordOrInSentences(String text) {
    assertEquals(List.of(), ProductAddresses.in(text));
  }

  @Test
  void leavesMailAddressesAndPlainWordsAlone() {
    assertEquals(0, ProductAddresses.in("me@shop.tw says hello... ok.").size());
  }

  @Test
  void readsALongTextQuickly() {
    assertEquals(0, ProductAddresses.in("a.".repeat(2500)).size());
    assertEquals(0, ProductAddresses.in("a。".repeat(2500)).size());
  }
}
