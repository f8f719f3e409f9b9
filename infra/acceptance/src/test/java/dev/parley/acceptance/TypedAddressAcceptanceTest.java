package dev.parley.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Addresses that an agent types, from the product that has them to the page they lead to. */
@ExtendWith(RunningParley.class)
class TypedAddressAcceptanceTest {
  private static final Pattern LINK = Pattern.compile("https?://[^/]+/r/([A-Za-z0-9_-]{23})");

  @Test
  void leadsToTheProductsPageWhateverLettersItsAddressHas(Shop shop) {
    String conversation = shop.customerWrites("U0123456789abcdef0123456789abcde0", "連結？");
    put(shop, "TEA-8", "https://茶.example/p/茶葉?v=1&c=紅");
    put(shop, "TEA-9", "https://shop.example.com/p/%e8%8c%b6");

    String text =
        say(
            shop,
            conversation,
            "https://xn--cl1a.example/p/%E8%8C%B6葉?c=紅&v=1、shop.example.com:443/p/茶，好");

    List<String> links = LINK.matcher(text).results().map(MatchResult::group).toList();
    assertEquals(2, links.size(), text);
    assertTrue(text.endsWith("，好"), text);
    assertTrue(
        target(shop, links.get(0))
            .startsWith("https://xn--cl1a.example/p/%E8%8C%B6%E8%91%89?v=1&c=%E7%B4%85&utm_"));
    assertTrue(
        target(shop, links.get(1) + "%EF%BC%8C")
            .startsWith("https://shop.example.com/p/%e8%8c%b6?utm_"));
  }

  @Test
  void leavesAnAddressOfAnotherPortOrWithAUserNameAlone(Shop shop) {
    String conversation = shop.customerWrites("U0123456789abcdef0123456789abcde1", "連結？");
    String text =
        "https://shop.example.com:8443/p/TEA-1?v=1 https://me@shop.example.com/p/TEA-1?v=1"
            + " https://shop.example.com@evil.example/p/TEA-1?v=1";

    assertEquals(text, say(shop, conversation, text));
  }

  private static void put(Shop shop, String sku, String url) {
    Map<String, Object> item =
        Map.of(
            "sku", sku,
            "name", sku,
            "price", Map.of("amount", "1290.00", "currency", "TWD"),
            "url", url);
    var put = shop.owner.put("/products", Map.of("items", List.of(item))).is(200).json();
    assertEquals(1, put.path("created").asInt(), put.toString());
  }

  private static String say(Shop shop, String conversation, String text) {
    shop.agent.post("/conversations/" + conversation + "/messages", Map.of("text", text)).is(202);
    shop.idle();
    return shop.messages(conversation).get(0).path("text").asText();
  }

  private static String target(Shop shop, String link) {
    String target =
        shop.system.with("user-agent", "Mozilla/5.0").get(link).is(302).header("location");
    assertTrue(URI.create(target).isAbsolute(), target);
    return target;
  }
}
