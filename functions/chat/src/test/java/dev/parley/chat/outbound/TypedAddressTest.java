package dev.parley.chat.outbound;

import static dev.parley.testkit.chat.Customer.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.aws.id.SeededIds;
import dev.parley.domain.catalog.Product;
import dev.parley.domain.catalog.Products;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.conversation.ContactSummary;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.LastContact;
import dev.parley.domain.conversation.Watermarks;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.ContactId;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.id.ProductId;
import dev.parley.domain.merchant.Role;
import dev.parley.domain.referral.AttributionSettings;
import dev.parley.domain.referral.AttributionTerms;
import dev.parley.domain.referral.NewReferral;
import dev.parley.domain.referral.TrackTypedLinks;
import dev.parley.platforms.line.LineLimits;
import dev.parley.testkit.catalog.InMemoryProducts;
import dev.parley.testkit.catalog.ProductBuilder;
import dev.parley.testkit.merchant.Staff;
import dev.parley.testkit.referral.InMemoryReferrals;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TypedAddressTest {
  private static final MerchantId MERCHANT = new MerchantId("mer_1");
  private static final List<String> PAGES =
      List.of(
          "https://shop.example.com/p/1?v=1&c=red",
          "https://shop.example.com/p/2",
          "https://shop.example.com/p/茶葉",
          "https://shop.example.com/p/tea(1)",
          "https://shop.example.com/p/%e7%83%8f%E9%BE%8D",
          "https://shop.example.com/p/ok!",
          "https://shop.example.com",
          "https://茶.example/p/1");

  private final Read products = new Read(new InMemoryProducts(), new ArrayList<>());

  @BeforeEach
  void stock() {
    for (String page : PAGES) {
      products.all().put(MERCHANT, ProductBuilder.product(page).at(page).of(MERCHANT));
    }
  }

  /** Returns the text with each tracked link as the position of its product's page in brackets. */
  private String tracked(String text) {
    InMemoryReferrals referrals = new InMemoryReferrals();
    NewReferral newReferral = new NewReferral(new DefaultTerms(), "https://p.tw");
    SeededIds ids = new SeededIds(new byte[16], NOON);
    var caller = Staff.caller(MERCHANT, "agt_1", Role.AGENT, "sto_1");
    var tracked =
        new TrackTypedLinks(products, referrals, newReferral)
            .track(caller, conversation(), text, LineLimits.LIMITS, new MessageId("msg_1"), ids);
    String shown = tracked.text();
    if (tracked.referralId() != null) {
      var referral = referrals.find(MERCHANT, tracked.referralId()).orElseThrow();
      for (int i = 0; i < referral.products().size(); i++) {
        int page = PAGES.indexOf(referral.products().get(i).url());
        shown = shown.replace(newReferral.url(referral, i), "[" + page + "]");
      }
    }
    return shown;
  }

  private static Conversation conversation() {
    return new Conversation(
        new ConversationId("cnv_1"),
        MERCHANT,
        new ChannelId("line-shop"),
        ChannelType.LINE,
        "U1",
        new ContactSummary(new ContactId("cnt_1"), null, null),
        Conversation.Status.OPEN,
        null,
        NOON,
        null,
        1,
        LastContact.NEVER,
        null,
        Watermarks.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "https://shop.example.com/p/2、https://shop.example.com/p/茶葉 | [1]、[2]",
        "https://shop.example.com/p/2，https://shop.example.com/p/茶葉，好 | [1]，[2]，好",
        "https://shop.example.com/p/2,https://shop.example.com/p/2 | [1], [1]",
        "https://shop.example.com/p/2https://shop.example.com/p/2 | [1] [1]",
        "https://shop.example.com/p/2,shop.example.com/p/茶葉 | [1], [2]",
        "https://other.example/p、shop.example.com/p/2 | https://other.example/p、[1]",
        "https://shop.example.com/p/茶葉，好 | [2]，好",
        "「https://shop.example.com/p/2」 | 「[1]」",
        "（https://shop.example.com/p/茶葉） | （[2]）",
        "【shop.example.com/p/2】《shop.example.com/p/2》 | 【[1]】《[1]》",
        "shop.example.com/p/2！shop.example.com/p/2？ | [1]！[1]？",
        "shop.example.com/p/2：a；shop.example.com/p/2。b | [1]：a；[1]。b",
        "shop.example.com/p/2…好 | [1]…好",
        "https://shop.example.com/p/2好喝 | [1]好喝",
        "https://shop.example.com/p/2好喝,A級3號 | [1]好喝,A級3號",
        "https://shop.example.com/p/2ดีมาก | [1]ดีมาก",
        "ดูshop.example.com/p/2ดีมาก | ดู[1]ดีมาก",
        "https://shop.example.com/p/茶葉100g | [2] 100g",
        "https://shop.example.com/p/2・好 | [1]・好",
        "https://shop.example.com/p/2👍 | [1]👍",
        "請看shop.example.com/p/2 | 請看[1]",
        "shop.example.com好 | [6]好",
        "(https://shop.example.com/p/tea(1)) | ([3])",
        "https://shop.example.com/p/tea(1)好 | [3]好",
        "shop.example.com/p/2(red) | [1](red)",
        "shop.example.com/p/2（red） | [1]（red）",
        "shop.example.com/p/2.) | [1].)",
        "'shop.example.com/p/2', | '[1]',",
        "shop.example.com/p/2;:!?]}' | [1];:!?]}'",
        "shop.example.com/p/ok!! | [5]!",
        "shop.example.com/p/2?utm_source=fb好喝A級 | [1]好喝A級",
        "shop.example.com/p/2?utm_campaign=茶葉&utm_source=x 好 | [1] 好",
        "shop.example.com/p/2? | [1]?",
      })
  void anAddressEndsWhereItsReaderSeesItEnd(String text, String tracked) {
    assertEquals(tracked, tracked(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://shop.example.com/p/%E8%8C%B6%E8%91%89 | [2]",
        "https://shop.example.com/p/%e8%8c%b6葉 | [2]",
        "https://shop.example.com/%70/2 | [1]",
        "https://shop.example.com/p/烏龍 | [4]",
        "https://shop.example.com/p/%E7%83%8F%e9%be%8d | [4]",
        "https://shop.example.com/p/1?c=red&v=1 | [0]",
        "https://shop.example.com/p/1?c=%72ed&utm%5Fsource=x&v=1#top | [0]",
        "https://shop.example.com:443/p/2 | [1]",
        "http://shop.example.com:80/p/2 | [1]",
        "shop.example.com:443/p/2 | [1]",
        "HTTPS://SHOP.Example.com./p/2/ | [1]",
        "https://shop.example.com/ | [6]",
        "https://shop.example.com/# | [6]",
        "https://shop.example.com/? | [6]?",
        "https://茶.example/p/1 | [7]",
        "茶.example/p/1好 | [7]好",
        "https://www.茶.example/p/1。 | [7]。",
        "https://XN--CL1A.example/p/1 | [7]",
        "xn--cl1a.example/p/1 | [7]"
      })
  void oneAddressHasManyForms(String text, String tracked) {
    assertEquals(tracked, tracked(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://shop.example.com:8443/p/2",
        "shop.example.com:8443/p/2",
        "http://shop.example.com:443/p/2",
        "https://shop.example.com@evil.example/p/2",
        "https://shop.example.com:443@evil.example/p/2",
        "https://shop.example.com!@evil.example/p/2",
        "https://shop.example.com好@evil.example/p/2",
        "https://user@shop.example.com/p/2",
        "https://user:secret@shop.example.com/p/2",
        "shop.example.com@evil.example/p/2",
        "shop.example.com:x@evil.example/p/2",
        "user@shop.example.com/p/2",
        "https://shop.example.com\\@evil.example",
        "https://shop.example.com/p/2/reviews",
        "https://shop.example.com/p/2.html",
        "https://shop.example.com/p/2?v=3",
        "https://shop.example.com/P/2",
        "https://shop.example.com/p/1?v=1",
        "https://shop.example.com/p/1?v=1&c=red,blue",
        "https://web.example/https://shop.example.com/p/2",
        "https://web.example/?u=https://shop.example.com/p/2",
        "https://web.example/?u=shop.example.com/p/2",
        "https://shop.example.com.evil.example/p/2",
        "https://%73hop.example.com/p/2",
        "ftp://shop.example.com/p/2"
      })
  void whatOnlyLooksLikeAProductsAddressStaysAsItIs(String text) {
    assertEquals(text, tracked(text));
  }

  @Test
  void aTextIsLookedUpByOneReadOfAtMostAHundredPages() {
    String text = "https://shop.example.com/p/2a好a好a,a好(a)好a好a好a好a好a好a好a好a好 ".repeat(60);

    tracked(text);

    assertEquals(1, products.reads().size());
    assertTrue(products.reads().getFirst() <= 100, "pages: " + products.reads());
  }

  @Test
  void anAddressIsFoundInFrontOfALongTextThatFollowsWithoutASpace() {
    String rest = "是新款A級3號".repeat(200);

    assertEquals("[1]" + rest, tracked("https://shop.example.com/p/2" + rest));
  }

  /**
   * Products that note how many pages each read asks for.
   *
   * @param reads of pages
   */
  private record Read(InMemoryProducts all, List<Integer> reads) implements Products {
    @Override
    public Map<ProductId, Product> find(MerchantId merchant, Collection<ProductId> ids) {
      return all.find(merchant, ids);
    }

    @Override
    public Map<String, Product> findByPage(MerchantId merchant, Collection<String> pageKeys) {
      reads.add(pageKeys.size());
      return all.findByPage(merchant, pageKeys);
    }
  }

  private static final class DefaultTerms implements AttributionSettings {
    @Override
    public AttributionTerms terms(MerchantId merchant) {
      return AttributionTerms.DEFAULT;
    }

    @Override
    public void save(MerchantId merchant, AttributionTerms terms) {}
  }
}
