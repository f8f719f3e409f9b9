package dev.parley.acceptance.faults;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.acceptance.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One of the things that people do with the system.
 *
 * @param before what has happened before it, without a fault
 * @param steps what is done, one after the other
 */
record Flow(String name, Consumer<World> before, List<Step> steps) {
  static final List<Flow> ALL =
      List.of(
          new Flow("first message", World::connected, List.of(webhook("有烏龍茶嗎？"))),
          new Flow("next message", Flow::known, List.of(webhook("多少錢？"))),
          new Flow("webhook twice", World::connected, List.of(webhook("有烏龍茶嗎？"), again())),
          new Flow("text by reply", Flow::known, List.of(Step.request(w -> w.say("有的")))),
          new Flow("text by push", Flow::answered, List.of(Step.request(w -> w.say("還有")))),
          new Flow("typed link", Flow::withProducts, List.of(Step.request(Flow::typed))),
          new Flow("three cards", Flow::withProducts, List.of(Step.request(World::sendCards))),
          new Flow("click", Flow::withCards, List.of(world -> world.tap(1).status() == 302)),
          new Flow("order", Flow::withClick, List.of(Step.request(Flow::order))),
          new Flow(
              "order told before its click",
              Flow::withOrder,
              List.of(world -> world.tap(0).status() == 302)),
          new Flow("refund", Flow::withCredit, List.of(Step.request(Flow::refund))),
          new Flow("replay", Flow::damaged, List.of(Step.request(World::replay))),
          new Flow("agent with key", world -> {}, List.of(agent(), key())),
          new Flow("channel", world -> {}, List.of(Step.request(World::connect))),
          new Flow("products", world -> {}, List.of(Step.request(World::putProducts))));

  private static Step webhook(String text) {
    return world ->
        world.notes.putIfAbsent("asked", text) == null || !text.equals(world.notes.get("asked"))
            ? asked(world, text)
            : world.redelivered();
  }

  private static boolean asked(World world, String text) {
    world.notes.put("asked", text);
    return world.customerWrites(text);
  }

  private static Step again() {
    return World::redelivered;
  }

  private static Step agent() {
    return world -> {
      Answer added =
          world
              .once("agent")
              .post("/agents", Map.of("name", "小美", "email", "mei@example.com", "role", "agent"));
      world.notes.put("agent", added.text("/id"));
      return added.status() == 201;
    };
  }

  private static Step key() {
    return world -> {
      Answer issued =
          world.once("key").post("/agents/" + world.notes.get("agent") + "/keys", Map.of());
      world.notes.put("key", issued.text("/key"));
      return issued.status() == 201;
    };
  }

  private static Answer typed(World world) {
    return world.say("看 https://shop.example.com/p/TEA-1?v=1 喔");
  }

  private static Answer order(World world) {
    return world.order("SO-1", Map.of("linkToken", world.token(1)));
  }

  private static Answer refund(World world) {
    return world.order(
        "SO-1",
        Map.of(
            "linkToken", world.token(1), "status", "partiallyRefunded", "refundedTotal", "290.00"));
  }

  private static void known(World world) {
    world.connected();
    world.customerWrites("你好");
    world.rest();
    world.conversation();
  }

  /** A head that was not moved, and a message of a kind that was not known. */
  private static void damaged(World world) {
    known(world);
    JsonNode head = world.head();
    world.customerWrites("多少錢？");
    world.rest();
    world.putHead(head);
    String messages = "/conversations/" + world.conversation() + "/messages";
    world.forget(world.owner.get(messages).is(200).text("/items/1/id"));
  }

  private static void answered(World world) {
    known(world);
    world
        .owner
        .post("/conversations/" + world.conversation() + "/messages", Map.of("text", "您好"))
        .is(202);
    world.rest();
  }

  private static void withProducts(World world) {
    known(world);
    world.putProducts().is(200);
  }

  private static void withCards(World world) {
    withProducts(world);
    world.sendCards().is(202);
    world.rest();
  }

  private static void withClick(World world) {
    withCards(world);
    world.tap(1).is(302);
    world.rest();
  }

  private static void withCredit(World world) {
    withClick(world);
    order(world).is(200);
    world.rest();
  }

  /** The shop tells of the order before the click that leads to it is known. */
  private static void withOrder(World world) {
    withCards(world);
    world.placeOrdersIn(Duration.ofMinutes(10));
    order(world).is(200);
    world.rest();
  }
}
