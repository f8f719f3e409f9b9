package dev.parley.bench.cost;

import dev.parley.bench.system.ChannelCalls;
import dev.parley.bench.system.LineCalls;
import dev.parley.bench.system.RunnerProcess;
import dev.parley.bench.system.Said;
import dev.parley.bench.system.Shop;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** The flows that exist, each ready to be done many times in a shop that is in full swing. */
final class Flows {
  private static final double INBOUND_GOAL = 1.15;
  private static final double GOAL = 1.3;
  private static final int INBOX = 25;
  private static final List<String> META = List.of("messenger", "instagram", "whatsapp");
  private static final int PEOPLE = 40;

  private final Shop shop;
  private final int contacts;
  private final AtomicInteger events = new AtomicInteger();
  private final Map<String, List<String>> others = new HashMap<>();
  private final List<String> conversations;
  private final List<String> clicked;
  private final List<String> bought;

  /** Makes a shop whose people are known, whose channel is cached, and which sent many links. */
  Flows(RunnerProcess runner, int times) {
    shop = Shop.open(runner);
    int many = 6 * times;
    contacts = 3 * many;
    for (int i = 0; i < contacts; i++) {
      shop.meets(LineCalls.user(i));
    }
    shop.idle();
    conversations =
        shop.agent().all("/conversations?limit=100").stream()
            .map(one -> one.path("id").asText())
            .toList();
    bought = links(0, many);
    clicked = links(many, many);
    bought.forEach(this::open);
    texts(0);
    META.forEach(this::meet);
    shop.idle();
  }

  private void meet(String platform) {
    ChannelCalls channel = shop.channel(platform);
    for (int i = 0; i < PEOPLE; i++) {
      shop.meets(platform, channel.person(i));
    }
    shop.idle();
    others.put(
        platform,
        shop.agent().all("/conversations?limit=100&channelType=" + platform).stream()
            .map(one -> one.path("id").asText())
            .toList());
    answers(platform, 0);
  }

  /** Sends a card to each of so many people, and returns the links. */
  private List<String> links(int from, int many) {
    List<String> links = new ArrayList<>();
    for (int i = from; i < from + many; i++) {
      links.add(cards(conversations.get(i), 1));
    }
    shop.idle();
    return links;
  }

  List<Flow> all() {
    List<Flow> all = new ArrayList<>(ofLine());
    for (String platform : META) {
      all.add(
          new Flow(
              "inbound, " + platform,
              INBOUND_GOAL,
              10,
              FewestUnits::inbound,
              number -> says(platform, number)));
    }
    all.add(sent("messenger", n -> FewestUnits.toldText(2, 0, n)));
    all.add(sent("instagram", n -> FewestUnits.toldText(1, 1, n)));
    all.add(sent("whatsapp", n -> FewestUnits.toldText(2, 0, n)));
    return all;
  }

  private Flow sent(String platform, Flow.Fewest fewest) {
    return new Flow("sent text, " + platform, GOAL, 1, fewest, n -> answers(platform, n));
  }

  private void says(String platform, int number) {
    int event = events.incrementAndGet();
    ChannelCalls channel = shop.channel(platform);
    String person = channel.person(number % PEOPLE);
    long now = System.currentTimeMillis();
    shop.send(channel.call(new Said(event, person, "請問這款還有貨嗎？想買兩盒。", now))).is(200);
  }

  private void answers(String platform, int number) {
    List<String> own = Objects.requireNonNull(others.get(platform));
    shop.agent()
        .post(
            "/conversations/" + own.get(number % own.size()) + "/messages",
            Map.of("text", "有的，今天就能寄出。"))
        .is(202);
  }

  private List<Flow> ofLine() {
    return List.of(
        new Flow("inbound message", INBOUND_GOAL, 10, FewestUnits::inbound, this::says),
        new Flow("sent text", GOAL, 1, FewestUnits::text, this::texts),
        new Flow(
            "sent card of 1",
            GOAL,
            1,
            n -> FewestUnits.cards(1, n),
            i -> cards(conversation(i), 1)),
        new Flow(
            "sent card of 10",
            GOAL,
            1,
            n -> FewestUnits.cards(10, n),
            i -> cards(conversation(i), 10)),
        new Flow("click", GOAL, 10, FewestUnits::click, i -> open(clicked.get(i))),
        new Flow("credited order", GOAL, 1, FewestUnits::creditedOrder, this::orders),
        new Flow("report view", GOAL, 1, n -> FewestUnits.report(), i -> reports()),
        new Flow("inbox list", GOAL, 1, n -> FewestUnits.inboxList(INBOX), i -> inbox()));
  }

  private void says(int number) {
    int event = events.incrementAndGet();
    long now = System.currentTimeMillis();
    String user = LineCalls.user(number % contacts);
    LineCalls line = shop.line();
    line.send(line.call(new Said(event, user, "請問這款還有貨嗎？想買兩盒。", now))).is(200);
  }

  /** Returns one of the conversations whose people got no link before. */
  private String conversation(int number) {
    int fresh = contacts / 3;
    return conversations.get(2 * fresh + number % fresh);
  }

  private void texts(int number) {
    shop.agent()
        .post("/conversations/" + conversation(number) + "/messages", Map.of("text", "有的，今天就能寄出。"))
        .is(202);
  }

  /** Returns the address of the first link. */
  private String cards(String conversation, int products) {
    return shop.agent()
        .post(
            "/referrals",
            Map.of(
                "conversationId",
                conversation,
                "productIds",
                shop.productIds().subList(0, products)))
        .is(202)
        .text("/links/0/url");
  }

  private void open(String link) {
    shop.owner().with("user-agent", "Mozilla/5.0 (iPhone) Line/14.0").get(link).is(302);
  }

  private void orders(int number) {
    String link = bought.get(number);
    Map<String, Object> order =
        Map.of(
            "orderId", "SO-" + number,
            "source", "webshop",
            "currency", "TWD",
            "total", "1290.00",
            "placedAt", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
            "status", "paid",
            "linkToken", link.substring(link.lastIndexOf('/') + 1));
    shop.owner().put("/external-orders", Map.of("orders", List.of(order))).is(200);
  }

  private void reports() {
    shop.owner().get("/reports/referrals?groupBy=agent").is(200);
  }

  private void inbox() {
    shop.agent().get("/conversations?limit=" + INBOX).is(200);
  }
}
