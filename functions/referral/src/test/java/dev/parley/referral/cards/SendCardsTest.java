package dev.parley.referral.cards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.aws.http.BadInput;
import dev.parley.aws.http.Fields;
import dev.parley.aws.id.RandomIds;
import dev.parley.domain.catalog.Availability;
import dev.parley.domain.catalog.Product;
import dev.parley.domain.catalog.Products;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.conversation.ContactSummary;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Conversations;
import dev.parley.domain.conversation.LastContact;
import dev.parley.domain.conversation.MessageContent.ProductCards;
import dev.parley.domain.conversation.Watermarks;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.ContactId;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.id.ProductId;
import dev.parley.domain.input.FieldError;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.merchant.Role;
import dev.parley.domain.outbound.OutboundMessage;
import dev.parley.domain.referral.AttributionSettings;
import dev.parley.domain.referral.AttributionTerms;
import dev.parley.domain.referral.NewReferral;
import dev.parley.domain.referral.Referral;
import dev.parley.domain.referral.TrackTypedLinks;
import dev.parley.domain.referral.TypedLinks.Tracked;
import dev.parley.domain.report.CellKey;
import dev.parley.domain.report.Count;
import dev.parley.domain.report.Figure;
import dev.parley.domain.report.Figures;
import dev.parley.json.Json;
import dev.parley.json.JsonWriter;
import dev.parley.platforms.line.LineLimits;
import dev.parley.testkit.catalog.ProductBuilder;
import dev.parley.testkit.merchant.Staff;
import dev.parley.testkit.referral.InMemoryReferrals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SendCardsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final MerchantId MERCHANT = new MerchantId("mer_1");
  private static final Caller CALLER = Staff.caller(MERCHANT, "agt_1", Role.AGENT, "sto_1");
  private static final Product TEA =
      ProductBuilder.product("TEA").at("https://www.shop.tw/p/tea?v=1").of(MERCHANT);
  private static final Product CUP =
      ProductBuilder.product("CUP").at("https://shop.tw/p/cup").of(MERCHANT);
  private static final Product GONE =
      ProductBuilder.product("GONE").availability(Availability.UNPUBLISHED).of(MERCHANT);
  private static final Conversation CONVERSATION =
      new Conversation(
          new ConversationId("cnv_1"),
          MERCHANT,
          new ChannelId("shop-line"),
          ChannelType.LINE,
          "U1",
          new ContactSummary(new ContactId("cnt_1"), null, null),
          Conversation.Status.OPEN,
          null,
          NOW,
          null,
          0,
          LastContact.NEVER,
          null,
          Watermarks.NONE);

  private final InMemoryReferrals referrals = new InMemoryReferrals();
  private final List<OutboundMessage> queued = new ArrayList<>();
  private final List<ProductId> lookedUp = new ArrayList<>();
  private final NewReferral newReferral = new NewReferral(new DefaultTerms(), "https://p.tw/");
  private final SendCards cards = new SendCards(newReferral, referrals, queued::add, () -> NOW);
  private final ReadCardRequest read = new ReadCardRequest(new OneConversation(), new Catalogue());
  private final TrackTypedLinks typed =
      new TrackTypedLinks(new Catalogue(), referrals, newReferral);

  @Test
  void queuesCardsWhoseLinksAreKnownAndCountsThemOnceSent() {
    Referral referral = cards.send(CALLER, request("\"%s\",\"%s\"", TEA, CUP), ids());

    ProductCards sent = (ProductCards) queued.getFirst().content();
    assertEquals("https://p.tw/r/" + referral.token(1).value(), sent.cards().get(1).url());
    assertEquals(Optional.of(referral), referrals.find(referral.token(0)));
    assertEquals(2, sales(queued.getFirst().counts()).get(Figure.LINKS_SENT));
    assertEquals(1, sales(queued.getFirst().counts()).get(Figure.MESSAGES));
  }

  @Test
  void showsWhenItWasSentInMillisecondsHoweverFineTheClock() {
    String before = NOW.plusNanos(123_456_789).toString();
    RandomIds ids = new RandomIds(() -> Instant.parse(before));

    Referral referral = cards.send(CALLER, request("\"%s\"", TEA), ids);
    String shown = JsonWriter.text(ReferralJson.of(referral, i -> ""));

    assertEquals("2026-11-24T10:00:00.123Z", Json.readOwn(shown).text("sentAt"));
  }

  @Test
  void refusesAnIdLongerThanAnyWithoutLookingItUp() {
    BadInput refused = assertThrows(BadInput.class, () -> request("\"" + "x".repeat(2000) + "\""));

    assertEquals(
        List.of("/productIds/0"), refused.errors().stream().map(FieldError::pointer).toList());
    assertEquals(List.of(), lookedUp);
  }

  @Test
  void refusesEachProductThatCantBeSent() {
    BadInput refused =
        assertThrows(
            BadInput.class, () -> request("\"%s\",\"%s\",\"%s\",\"prd_foreign\"", TEA, TEA, GONE));

    assertEquals(
        List.of("/productIds/1", "/productIds/2", "/productIds/3"),
        refused.errors().stream().map(FieldError::pointer).toList());
  }

  @Test
  void refusesNoProductsElevenProductsAndAnotherMerchantsConversation() {
    assertThrows(BadInput.class, () -> request(""));
    assertThrows(BadInput.class, () -> request("\"x\",".repeat(10) + "\"x\""));
    assertThrows(
        BadInput.class,
        () ->
            read.forSending(
                MERCHANT, fields("{\"conversationId\":\"cnv_2\",\"productIds\":[\"x\"]}")));
  }

  @Test
  void refusesATextThatThePlatformDoesNotTake() {
    BadInput refused = assertThrows(BadInput.class, () -> saying("x".repeat(5001)));

    assertEquals(
        List.of(new FieldError("/text", "must be at most 5000 UTF-16 code units on LINE")),
        refused.errors());
    assertEquals("x".repeat(5000), saying("x".repeat(5000)).text());
  }

  private CardRequest saying(String text) {
    String tea = "{\"conversationId\":\"cnv_1\",\"productIds\":[\"" + TEA.id().value() + "\"]";
    return read.forSending(MERCHANT, fields(tea + ",\"text\":\"" + text + "\"}"));
  }

  @Test
  void makesTrackedLinksOfTypedAddressesAndLeavesOthers() {
    Tracked tracked =
        track("看shop.tw/p/tea?v=1&utm_source=x，和 https://m.shop.tw/p/cup 不是 https://evil.tw/p/cup");

    Referral referral =
        referrals.find(MERCHANT, Objects.requireNonNull(tracked.referralId())).orElseThrow();
    assertEquals(
        "看https://p.tw/r/"
            + referral.token(0).value()
            + "，和 https://p.tw/r/"
            + referral.token(1).value()
            + " 不是 https://evil.tw/p/cup",
        tracked.text());
    assertEquals(2, sales(tracked.counts()).get(Figure.PRODUCTS_SENT));
    assertEquals(CellKey.LinkKind.TYPED, referral.kind());
  }

  @Test
  void countsATextWithoutLinksAsAMessageAlone() {
    Tracked tracked = track("你好");

    assertEquals("你好", tracked.text());
    assertNull(tracked.referralId());
    assertEquals(Figures.of(Figure.MESSAGES, 1), sales(tracked.counts()));
    assertFalse(tracked.counts().isEmpty());
  }

  private Tracked track(String text) {
    return typed.track(
        CALLER, CONVERSATION, text, LineLimits.LIMITS, new MessageId("msg_1"), ids());
  }

  private CardRequest request(String list, Product... products) {
    Object[] ids = Stream.of(products).map(p -> p.id().value()).toArray();
    String body = "{\"conversationId\":\"cnv_1\",\"productIds\":[" + list.formatted(ids) + "]}";
    return read.forSending(MERCHANT, fields(body));
  }

  private static Fields fields(String json) {
    return Fields.of(Json.readOwn(json));
  }

  private static RandomIds ids() {
    return new RandomIds(() -> NOW);
  }

  private static Figures sales(List<Count> counts) {
    return counts.stream()
        .filter(count -> count.cell() instanceof CellKey.Sales)
        .map(Count::figures)
        .reduce(Figures.NONE, Figures::plus);
  }

  private static final class DefaultTerms implements AttributionSettings {
    @Override
    public AttributionTerms terms(MerchantId merchant) {
      return AttributionTerms.DEFAULT;
    }

    @Override
    public void save(MerchantId merchant, AttributionTerms terms) {}
  }

  private static final class OneConversation implements Conversations {
    @Override
    public Optional<Conversation> find(MerchantId merchant, ConversationId id) {
      return Optional.of(CONVERSATION).filter(one -> one.id().equals(id));
    }
  }

  private final class Catalogue implements Products {
    @Override
    public Map<ProductId, Product> find(MerchantId merchant, Collection<ProductId> ids) {
      lookedUp.addAll(ids);
      return Stream.of(TEA, CUP, GONE)
          .filter(product -> ids.contains(product.id()))
          .collect(Collectors.toMap(Product::id, product -> product));
    }

    @Override
    public Map<String, Product> findByPage(MerchantId merchant, Collection<String> pageKeys) {
      return Map.of("shop.tw/p/tea?v=1", TEA, "shop.tw/p/cup", CUP).entrySet().stream()
          .filter(page -> pageKeys.contains(page.getKey()))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
  }
}
