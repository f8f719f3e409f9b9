package dev.parley.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Input that is wrong gets an answer that names the field, the limit and what would be right, and
 * nothing is done.
 */
@ExtendWith(RunningParley.class)
class BadInputAcceptanceTest {
  private static final String CUSTOMER = "U0123456789abcdef0123456789abcde1";

  @Test
  void refusesCardsThatCantBeSent(Shop shop) {
    String conversation = shop.customerWrites(CUSTOMER, "hi");
    String known = shop.productIds.get(0);

    Answer answer =
        shop.agent.post(
            "/referrals",
            Map.of(
                "conversationId",
                conversation,
                "productIds",
                List.of(known, "prd_00000000000000000000000000", known),
                "colour",
                "red"));
    answer.is(400);
    shop.agent
        .post("/referrals", Map.of("conversationId", conversation, "productIds", List.of()))
        .is(400);
    shop.agent
        .post(
            "/referrals",
            Map.of("conversationId", conversation, "productIds", Collections.nCopies(11, known)))
        .is(400);
    shop.idle();

    assertTrue(answer.pointers().contains("/colour"), answer.body());
    assertEquals(1, shop.messages(conversation).size());
  }

  @Test
  void refusesTextOverTheChannelsLimitAndNamesIt(Shop shop) {
    String conversation = shop.customerWrites(CUSTOMER, "hi");
    String path = "/conversations/" + conversation + "/messages";

    shop.agent.post(path, Map.of("text", "茶".repeat(5000))).is(202);
    Answer answer = shop.agent.post(path, Map.of("text", "茶".repeat(5001))).is(400);
    shop.agent.post(path, Map.of("text", 7)).is(400);
    shop.agent.post(path, Map.of()).is(400);
    shop.agent.with("content-type", "text/plain").send("POST", path, "x").is(415);
    shop.agent.send("POST", path, "{\"text\":").is(400);
    shop.idle();

    assertTrue(answer.body().contains("5000"), answer.body());
    assertEquals(2, shop.messages(conversation).size());
  }

  @Test
  void refusesAKeyThatWasRevokedASecondAgo(Shop shop) {
    String keys = "/agents/" + shop.agentId + "/keys";
    Answer made = shop.owner.post(keys, Map.of("scopes", List.of("products"))).is(201);
    Http other = shop.system.key(made.text("/key"));
    other.get("/products").is(200);

    shop.owner.delete(keys + "/" + made.text("/id")).is(204);

    other.get("/products").is(401);
    shop.system.get("/products").is(401);
    shop.system.key("pk_nonsense").get("/products").is(401);
  }

  @Test
  void letsAManagerRunTheAgentsOfTheOwnStores(Shop shop) {
    Http manager = shop.hired("manager", "sto_1");
    Map<String, Object> own = agent("agent", "sto_1");

    Answer added = manager.post("/agents", own).is(201);

    String path = "/agents/" + added.text("/id");
    manager.patch(path, Map.of("name", "小華")).is(200);
    shop.system
        .key(manager.post(path + "/keys", Map.of()).is(201).text("/key"))
        .get("/products")
        .is(200);
    manager.patch(path, Map.of("storeIds", List.of("sto_2"))).is(403);
    manager.patch(path, Map.of("role", "owner")).is(403);
    manager.post("/agents", agent("agent", "sto_2")).is(403);
    manager.post("/agents", agent("owner", "sto_1")).is(403);
    manager.post("/agents/" + shop.agentId + "/keys", Map.of()).is(404);
  }

  private static Map<String, Object> agent(String role, String store) {
    return Map.of("name", "小明", "email", "x@example.com", "role", role, "storeIds", List.of(store));
  }

  @Test
  void endsAKeyByTheNextOne(Shop shop) {
    String keys = "/agents/" + shop.agentId + "/keys";
    Http limited =
        shop.system.key(
            shop.owner.post(keys, Map.of("scopes", List.of("products"))).is(201).text("/key"));

    Http next = shop.system.key(shop.owner.post(keys, Map.of()).is(201).text("/key"));

    shop.agent.get("/products").is(401);
    next.get("/products").is(200);
    limited.get("/products").is(200);
  }

  @Test
  void keepsTheGoodItemsOfABulkPut(Shop shop) {
    Map<String, Object> good =
        Map.of(
            "sku", "NEW-1",
            "name", "新茶",
            "price", Map.of("amount", "10.00", "currency", "TWD"),
            "url", "https://shop.example.com/p/NEW-1");
    Map<String, Object> bad =
        Map.of(
            "sku", "NEW-2",
            "name", "x",
            "price", Map.of("amount", "10.5", "currency", "USD"),
            "url", "ftp://x",
            "colour", "red");

    Answer answer = shop.owner.put("/products", Map.of("items", List.of(bad, good))).is(200);

    assertEquals("rejected", answer.text("/items/0/outcome"));
    assertEquals("created", answer.text("/items/1/outcome"));
    assertTrue(answer.json().at("/items/0/errors").size() >= 4, answer.body());
    assertEquals("NEW-1", shop.agent.get("/products?query=NEW-").text("/items/0/sku"));
  }

  @Test
  void refusesWhatNoRouteHas(Shop shop) {
    assertEquals(List.of("colour"), shop.agent.get("/products?colour=red").is(400).pointers());
    assertEquals(List.of("limit"), shop.agent.get("/products?limit=101").is(400).pointers());
    shop.agent.get("/conversations/cnv_00000000000000000000000000").is(404);
    shop.agent.get("/links/nothing").is(404);
    shop.system.get("/r/nothing").is(404);
    shop.agent.post("/conversations/" + CUSTOMER + "/close", Map.of("x", 1)).is(400);
    shop.owner.post("/dead-letters/dlt_1/retry", Map.of("x", 1)).is(400);
    shop.owner.post("/dead-letters/dlt_1/discard", Map.of()).is(404);
    shop.system.get("/nothing").is(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders", "messages", "clicks"})
  void takesAsManyRowsWithCsvAsTheContractSaysAndNoMore(String list, Shop shop) throws IOException {
    String path = "/reports/referrals/" + list;
    int most = publishedLimit(path);

    shop.owner.get(path + "?format=csv&limit=" + most).is(200);
    Answer more = shop.owner.get(path + "?format=csv&limit=" + (most + 1)).is(400);
    Answer json = shop.owner.get(path + "?limit=101").is(400);

    assertEquals(List.of("limit"), more.pointers());
    assertEquals(List.of("limit"), json.pointers());
  }

  private static int publishedLimit(String path) throws IOException {
    Path contract =
        Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
            .map(folder -> folder.resolve("infra/openapi.yaml"))
            .filter(Files::exists)
            .findFirst()
            .orElseThrow();
    Matcher limit =
        Pattern.compile("(?s)\n  " + path + ":\n.*?name: limit[^\n]*maximum: (\\d+)")
            .matcher(Files.readString(contract));
    assertTrue(limit.find());
    return Integer.parseInt(limit.group(1));
  }

  @Test
  void rejectsOrdersOneByOne(Shop shop) {
    Answer answer =
        shop.owner.put(
            "/external-orders",
            Map.of(
                "orders",
                List.of(
                    Map.of(
                        "orderId", "1",
                        "source", "web",
                        "currency", "USD",
                        "total", "-5",
                        "placedAt", "yesterday",
                        "status", "lost"),
                    Map.of(
                        "orderId", "2",
                        "source", "web",
                        "currency", "TWD",
                        "total", "5.00",
                        "placedAt", "2026-11-01T00:00:00Z",
                        "status", "paid"))));
    answer.is(200);

    assertEquals(1, answer.json().path("inserted").asInt());
    assertEquals(0, answer.json().at("/rejected/0/index").asInt());
    assertTrue(answer.json().at("/rejected/0/errors").size() >= 4, answer.body());
  }
}
