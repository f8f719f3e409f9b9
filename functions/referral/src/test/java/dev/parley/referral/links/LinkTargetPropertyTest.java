package dev.parley.referral.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.catalog.ProductPage;
import dev.parley.domain.catalog.WebAddress;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.ProductId;
import dev.parley.domain.referral.LinkTarget;
import dev.parley.domain.referral.Referral;
import dev.parley.domain.referral.ReferredProduct;
import dev.parley.testkit.referral.Shop;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LinkTargetPropertyTest {
  private static final Pattern OURS =
      Pattern.compile(
          "[?&]utm_source=parley&utm_medium=[a-z_]+&utm_campaign=\\w+&parley_ref=.{23}");

  private static final Arbitrary<String> PART =
      Arbitraries.of("a;Z;9;-;~;!;';(;);[;];*;+;,;:;@;%e8%8c%b6;%2F;%41;%26;茶;ชา;👍;/".split(";"))
          .list()
          .ofMaxSize(6)
          .map(parts -> String.join("", parts));

  @Provide
  Arbitrary<String> addresses() {
    Arbitrary<String> scheme = Arbitraries.of("https://", "http://", "HTTPS://");
    Arbitrary<String> host =
        Arbitraries.of(
            "shop.tw", "WWW.Shop.tw.", "茶.example", "xn--cl1a.example:8443", "m.ร้าน.ไทย");
    Arbitrary<String> parameter =
        Combinators.combine(Arbitraries.of("v", "c", "utm_id", "%75tm_x", "a[]", "色"), PART)
            .as((name, value) -> name + "=" + value);
    Arbitrary<String> query =
        parameter.list().ofMaxSize(4).map(p -> p.isEmpty() ? "" : "?" + String.join("&", p));
    Arbitrary<String> fragment = PART.map(text -> text.isEmpty() ? "" : "#" + text);
    Arbitrary<String> path = PART.map(text -> text.isEmpty() ? "" : "/" + text);
    return Combinators.combine(scheme, host, path, query, fragment)
        .as((s, h, p, q, f) -> s + h + p + q + f);
  }

  private static String target(String url) {
    Referral made =
        new Shop(new MerchantId("mer_1"))
            .referral("agt_a", "cnt_1", Instant.parse("2026-11-23T15:59:00Z"));
    Referral referral =
        new Referral(
            made.id(),
            made.merchantId(),
            made.secret(),
            made.author(),
            made.place(),
            made.kind(),
            List.of(new ReferredProduct(new ProductId("prd_1"), url)),
            made.messageId(),
            made.sentAt(),
            made.timeZone(),
            made.terms(),
            made.revoked());
    return LinkTarget.of(referral, referral.token(0));
  }

  @Property
  void aLinkLeadsToItsProductsPageByAnAddressThatAHeaderTakes(@ForAll("addresses") String url) {
    String target = target(url);

    assertTrue(target.chars().allMatch(c -> c > 0x20 && c < 0x7f), target);
    URI parsed = URI.create(target);
    assertEquals(WebAddress.of(url).orElseThrow().host(), parsed.getHost());
    assertEquals(ProductPage.key(url), ProductPage.key(target));
    assertTrue(OURS.matcher(target).find(), target);
  }

  @Property
  void anAddressInAsciiIsTheSamePageAndStaysAsItIs(@ForAll("addresses") String url) {
    String ascii = WebAddress.ascii(url);

    assertEquals(ProductPage.key(url), ProductPage.key(ascii));
    assertEquals(ascii, WebAddress.ascii(ascii));
  }

  @Example
  void theProductsOwnEscapesQueryAndFragmentStay() {
    String target = target("https://茶.example/%e8%8c%b6葉/%7Ex?b=%20&utm_source=fb&a=紅#頂");

    assertEquals(
        "https://xn--cl1a.example/%e8%8c%b6%E8%91%89/%7Ex?b=%20&a=%E7%B4%85",
        OURS.matcher(target).replaceAll("").replace("#%E9%A0%82", ""));
    assertTrue(target.endsWith("#%E9%A0%82"), target);
  }
}
