package dev.parley.referral.reports;

import dev.parley.aws.id.SeededIds;
import dev.parley.domain.attribution.AttributeOrder;
import dev.parley.domain.attribution.Click;
import dev.parley.domain.attribution.FindCandidates;
import dev.parley.domain.attribution.OrderKey;
import dev.parley.domain.attribution.RecordClicks;
import dev.parley.domain.catalog.Product;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.conversation.ContactSummary;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.LastContact;
import dev.parley.domain.conversation.Watermarks;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.ContactId;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.Ids;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.id.ReferralId;
import dev.parley.domain.id.Ulids;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.merchant.Merchant;
import dev.parley.domain.merchant.Role;
import dev.parley.domain.outbound.SentFacts.SentFact;
import dev.parley.domain.referral.AttributionSettings;
import dev.parley.domain.referral.AttributionTerms;
import dev.parley.domain.referral.NewReferral;
import dev.parley.domain.referral.Referral;
import dev.parley.domain.referral.SentCounts;
import dev.parley.domain.report.CellKey.LinkKind;
import dev.parley.referral.links.FollowLinks;
import dev.parley.referral.links.FollowLinks.Visitor;
import dev.parley.referral.links.LookUpLinks;
import dev.parley.referral.orders.IngestOrders;
import dev.parley.testkit.catalog.ProductBuilder;
import dev.parley.testkit.chat.InMemoryConversations;
import dev.parley.testkit.merchant.Staff;
import dev.parley.testkit.referral.InMemoryClicks;
import dev.parley.testkit.referral.InMemoryCredits;
import dev.parley.testkit.referral.InMemoryCustomers;
import dev.parley.testkit.referral.InMemoryFigures;
import dev.parley.testkit.referral.InMemoryOrders;
import dev.parley.testkit.referral.InMemoryParkedClicks;
import dev.parley.testkit.referral.InMemoryReferrals;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The use cases over fakes, with a queue that delivers late, in any order and more than once. It
 * writes down each fact as it happens.
 */
final class RandomWorld {
  static final MerchantId MERCHANT_ID = new MerchantId("mer_1");
  static final Merchant MERCHANT = Staff.merchant(MERCHANT_ID);
  private static final String TAP = "Mozilla/5.0 (iPhone) Line/14.0";
  private static final int PRODUCTS = 4;
  private static final Caller OWNER = Staff.caller(MERCHANT_ID, "agt_own", Role.OWNER);
  private static final List<Caller> AGENTS =
      List.of(
          Staff.caller(MERCHANT_ID, "agt_ann", Role.AGENT, "sto_1"),
          Staff.caller(MERCHANT_ID, "agt_bob", Role.AGENT, "sto_1"),
          Staff.caller(MERCHANT_ID, "agt_cat", Role.AGENT));

  final InMemoryFigures figures = new InMemoryFigures();
  final InMemoryCredits credits = new InMemoryCredits(figures);
  final List<Fact> facts = new ArrayList<>();

  private final InMemoryReferrals referrals = new InMemoryReferrals();
  private final InMemoryClicks clicks = new InMemoryClicks(figures);
  private final InMemoryOrders orders = new InMemoryOrders();
  private final InMemoryCustomers customers = new InMemoryCustomers();
  private final AttributeOrder attributeOrder =
      new AttributeOrder(orders, credits, new FindCandidates(referrals, clicks, customers));
  private final RecordClicks recordClicks = new RecordClicks(clicks, customers, attributeOrder);
  private final IngestOrders ingest = new IngestOrders(orders);
  private final LookUpLinks lookUp = new LookUpLinks(referrals, clicks);
  private final Terms terms = new Terms();
  private final NewReferral newReferral = new NewReferral(terms, "https://p.example.com");
  private final List<Runnable> waiting = new ArrayList<>();
  private final FollowLinks follow =
      new FollowLinks(referrals, this::queued, new InMemoryParkedClicks());
  private final List<String> tokens = new ArrayList<>();
  private final Map<ConversationId, List<SentFact>> said = new HashMap<>();
  private final InMemoryConversations conversations = new InMemoryConversations();
  private final Random luck;
  private Instant now = Instant.parse("2026-11-20T03:00:00Z");
  private int count;
  private int messages;

  RandomWorld(long seed) {
    luck = new Random(seed);
  }

  /** The merchant's rule as it is set now. */
  private static final class Terms implements AttributionSettings {
    private AttributionTerms now = AttributionTerms.DEFAULT;

    @Override
    public AttributionTerms terms(MerchantId merchant) {
      return now;
    }

    @Override
    public void save(MerchantId merchant, AttributionTerms changed) {
      now = changed;
    }
  }

  /** Something happens; a moment or days later than the last. */
  void happens(Act act) {
    now = now.plusSeconds(luck.nextInt(50)).plusMillis(1 + luck.nextInt(1000));
    switch (act) {
      case Act.Say say -> say(AGENTS.get(say.agent()), say.conversation());
      case Act.SendCards cards ->
          sendCards(AGENTS.get(cards.agent()), cards.conversation(), cards.products());
      case Act.Tap tap -> tap(tap.link(), tap.person());
      case Act.Revoke revoke -> revoke(revoke.link());
      case Act.Tell tell -> tell(tell);
      case Act.SetTerms set -> terms.save(MERCHANT_ID, set.terms());
      case Act.WaitForAnEnd wait -> now = Ends.of(wait, facts, now);
      case Act.Wait wait -> now = now.plus(Duration.ofHours(wait.hours()));
    }
    deliverSome();
  }

  /** Counts what stands in the fakes anew. */
  Recount recount() {
    return new Recount(conversations, conversationFacts(), credits, orders);
  }

  /** Lists with small pages, which read two conversations each. */
  ListMessages listMessages() {
    return new ListMessages(pages(), conversationFacts());
  }

  ListClicks listClicks() {
    return new ListClicks(pages(), conversationFacts());
  }

  private DetailPages pages() {
    return new DetailPages(new DetailWalk(conversations, 2, 1), InstantSource.fixed(now));
  }

  private ConversationFacts conversationFacts() {
    return new ConversationFacts(
        (merchant, conversation, from, to) ->
            said.getOrDefault(conversation, List.of()).stream()
                .filter(fact -> !fact.day().isBefore(from) && !fact.day().isAfter(to))
                .toList(),
        referrals,
        clicks);
  }

  private void said(
      Caller agent, Conversation conversation, MessageId message, @Nullable ReferralId referral) {
    conversations.put(conversation);
    said.computeIfAbsent(conversation.id(), id -> new ArrayList<>())
        .add(
            new SentFact(
                message,
                now,
                MERCHANT.dayOf(now),
                agent.agentId(),
                agent.agent().homeStore(),
                referral));
  }

  private MessageId message() {
    return new MessageId("msg_%05d".formatted(messages++));
  }

  private Ids ids() {
    return new SeededIds(Ulids.sha256("seed" + count++), now);
  }

  /** The second and the fourth are of one contact, on two channels. */
  private Conversation conversation(int number) {
    String channel = number > 1 ? "shop-two-line" : "shop-one-line";
    return new Conversation(
        new ConversationId("cnv_" + number),
        MERCHANT_ID,
        new ChannelId(channel),
        ChannelType.LINE,
        "U" + number,
        new ContactSummary(new ContactId("cnt_" + (number == 3 ? 1 : number)), null, null),
        Conversation.Status.OPEN,
        null,
        now,
        null,
        0,
        LastContact.NEVER,
        null,
        Watermarks.NONE);
  }

  private void say(Caller agent, int number) {
    Conversation conversation = conversation(number);
    figures.add(MERCHANT_ID, SentCounts.plain(agent, conversation, now));
    said(agent, conversation, message(), null);
    facts.add(sent(agent, conversation, LinkKind.NONE, List.of(), List.of()));
  }

  private void sendCards(Caller agent, int number, int howMany) {
    Conversation conversation = conversation(number);
    MessageId message = message();
    List<Product> products =
        IntStream.range(0, howMany).mapToObj(i -> product((number + i) % PRODUCTS)).toList();
    Referral referral =
        newReferral.of(
            agent,
            conversation,
            luck.nextBoolean() ? LinkKind.PICKED : LinkKind.TYPED,
            products,
            message,
            ids());
    referrals.add(referral);
    figures.add(MERCHANT_ID, SentCounts.of(referral));
    said(agent, conversation, message, referral.id());
    List<String> own =
        IntStream.range(0, howMany).mapToObj(i -> referral.token(i).value()).toList();
    tokens.addAll(own);
    List<String> ids = products.stream().map(product -> product.id().value()).toList();
    facts.add(sent(agent, conversation, referral.kind(), ids, own));
  }

  private static Product product(int number) {
    return ProductBuilder.product("SKU-" + number).of(MERCHANT_ID);
  }

  private Fact sent(
      Caller agent,
      Conversation conversation,
      LinkKind kind,
      List<String> products,
      List<String> own) {
    var store = agent.agent().homeStore();
    return new Fact.Sent(
        now,
        agent.agentId().value(),
        store == null ? null : store.value(),
        conversation.channelId().value(),
        conversation.contact().id().value(),
        kind,
        products,
        own,
        terms.terms(MERCHANT_ID));
  }

  private void tap(int link, boolean person) {
    if (!tokens.isEmpty()) {
      String token = tokens.get(link % tokens.size());
      Visitor visitor = new Visitor("GET", person ? TAP : "facebookexternalhit/1.1", null);
      follow.follow(token, visitor, ids());
      facts.add(new Fact.Tapped(now, token, person));
    }
  }

  private List<Click> queued(List<Click> followed) {
    waiting.add(() -> recordClicks.record(followed));
    return List.of();
  }

  private void revoke(int link) {
    if (!tokens.isEmpty()) {
      String token = tokens.get(link % tokens.size());
      lookUp.revoke(OWNER, token, now);
      facts.add(new Fact.Revoked(now, token));
    }
  }

  private void tell(Act.Tell tell) {
    Fact.Told told = told(tell);
    ingest.ingest(MERCHANT, List.of(ToldJson.of(told)), now);
    facts.add(told);
    OrderKey key = new OrderKey(MERCHANT_ID, "webshop", told.orderId());
    waiting.add(() -> attributeOrder.attribute(key));
  }

  /** Some shops tell whole seconds. */
  private Instant placed(Act.Tell tell) {
    Instant placed = now.minusSeconds(tell.minutesAgo() * 60L);
    return tell.order() % 2 == 0 ? placed.truncatedTo(ChronoUnit.SECONDS) : placed;
  }

  /** An order keeps its customer and its time; what it comes to may change. */
  private Fact.Told told(Act.Tell tell) {
    String id = "SO-" + tell.order();
    Fact.Told before =
        facts.stream()
            .filter(fact -> fact instanceof Fact.Told told && told.orderId().equals(id))
            .map(Fact.Told.class::cast)
            .findFirst()
            .orElse(null);
    long total = 100_00L * (tell.order() + 1) + (tell.more() ? 5_00 : 0);
    boolean part = tell.status().equals("partiallyRefunded");
    Instant placed = before == null ? placed(tell) : before.placedAt();
    Instant said = tell.dated() ? later(placed, now.minusSeconds(7200)) : null;
    return new Fact.Told(
        now,
        id,
        placed,
        tell.status(),
        total,
        part ? Long.valueOf(total / 4) : null,
        part || tell.status().equals("refunded") ? said : null,
        tell.status().equals("cancelled") ? said : null,
        before == null ? token(tell.by() == 0, tell.link()) : before.token(),
        before == null ? token(tell.by() == 1, tell.link()) : before.landingToken(),
        before == null ? marks(tell) : before.marks());
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private @Nullable String token(boolean wanted, int link) {
    if (!wanted) {
      return null;
    }
    return tokens.isEmpty() || link % 7 == 6
        ? "AAAAAAAAAAAAAAAAAAAAAAA"
        : tokens.get(link % tokens.size());
  }

  private static List<String> marks(Act.Tell tell) {
    List<String> marks = new ArrayList<>();
    if (tell.mark() % 2 == 1) {
      marks.add("+88691234567" + tell.mark() % 4);
    }
    if (tell.mark() > 3) {
      marks.add("c" + tell.mark() % 3 + "@example.com");
    }
    return marks;
  }

  private void deliverSome() {
    Collections.shuffle(waiting, luck);
    for (int i = luck.nextInt(3); i > 0 && !waiting.isEmpty(); i--) {
      Runnable delivered = waiting.getFirst();
      delivered.run();
      if (luck.nextInt(3) > 0) {
        waiting.removeFirst();
      }
    }
  }

  /** Delivers what still waits, and half of it twice. */
  void comesToRest() {
    Collections.shuffle(waiting, luck);
    waiting.forEach(Runnable::run);
    waiting.subList(0, waiting.size() / 2).forEach(Runnable::run);
    waiting.clear();
  }
}
