package dev.parley.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.acceptance.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every published route is open to the roles that are listed here and to no others. */
@ExtendWith(RunningParley.class)
class RolesAcceptanceTest {
  private static final String CUSTOMER = "U0123456789abcdef0123456789abcde7";

  /** The roles from least to most; the first needs no key. */
  private static final List<String> ROLES = List.of("public", "agent", "manager", "owner");

  private static final Map<String, String> LEAST_ROLES =
      leastRoles(
          """
          public  GET /r/{token}
          public  HEAD /r/{token}
          public  POST /webhooks/line/{channelId}
          public  GET /webhooks/instagram/{channelId}
          public  GET /webhooks/messenger/{channelId}
          public  GET /webhooks/whatsapp/{channelId}
          public  POST /webhooks/instagram/{channelId}
          public  POST /webhooks/messenger/{channelId}
          public  POST /webhooks/whatsapp/{channelId}
          public  GET /widget.js
          public  GET /widget/{channelId}/messages
          public  OPTIONS /widget/{channelId}/messages
          public  OPTIONS /widget/{channelId}/sessions
          public  POST /widget/{channelId}/messages
          public  POST /widget/{channelId}/sessions
          agent   GET /conversations
          agent   GET /conversations/{id}
          agent   GET /conversations/{id}/messages
          agent   GET /conversations/{id}/send-plan
          agent   GET /links/{token}
          agent   DELETE /links/{token}
          agent   GET /products
          agent   GET /products/{id}
          agent   GET /referrals/{id}
          agent   GET /reports/referrals
          agent   GET /reports/referrals/clicks
          agent   GET /reports/referrals/messages
          agent   GET /reports/referrals/orders
          agent   GET /reports/referrals/orders/{source}/{orderId}/why
          agent   POST /conversations/{id}/assign
          agent   POST /conversations/{id}/close
          agent   POST /conversations/{id}/messages
          agent   POST /conversations/{id}/read
          agent   POST /conversations/{id}/reopen
          agent   POST /referrals
          agent   POST /referrals/preview
          manager DELETE /agents/{id}/keys/{keyId}
          manager GET /agents
          manager GET /agents/{id}
          manager PATCH /agents/{id}
          manager POST /agents
          manager POST /agents/{id}/keys
          owner   DELETE /channels/{channelId}
          owner   GET /channels
          owner   GET /channels/{channelId}
          owner   DELETE /webhook-endpoints/{id}
          owner   GET /channels/{channelId}/forwards
          owner   GET /dead-letters
          owner   GET /health
          owner   GET /replays/{id}
          owner   GET /reports/self-check
          owner   GET /settings/attribution
          owner   GET /settings/merchant
          owner   GET /settings/message-prices
          owner   GET /webhook-deliveries
          owner   GET /webhook-endpoints
          owner   GET /webhook-endpoints/{id}
          owner   PATCH /webhook-endpoints/{id}
          owner   POST /dead-letters/{id}/discard
          owner   POST /dead-letters/{id}/retry
          owner   POST /replays
          owner   POST /webhook-deliveries/{id}/replay
          owner   POST /webhook-endpoints
          owner   PUT /channels/{channelId}
          owner   PUT /channels/{channelId}/forwards
          owner   PUT /external-orders
          owner   PUT /products
          owner   PUT /settings/attribution
          owner   PUT /settings/merchant
          owner   PUT /settings/message-prices
          """);

  private static Map<String, String> leastRoles(String table) {
    return table
        .lines()
        .map(line -> line.split(" +", 2))
        .collect(Collectors.toMap(line -> line[1], line -> line[0], (a, b) -> a, TreeMap::new));
  }

  private static Answer ask(Http caller, String route, String id) {
    String method = route.split(" ")[0];
    String path = route.split(" ")[1].replaceAll("\\{\\w+}", id);
    return caller.send(method, path, method.startsWith("P") ? "{}" : null);
  }

  @Test
  void everyPublishedRouteIsListed() {
    Template template = Template.read();
    Set<String> all = new TreeSet<>(template.publishedRoutes(false));
    Set<String> open = template.publishedRoutes(true);
    all.addAll(open);

    assertEquals(all, LEAST_ROLES.keySet());
    assertEquals(
        open,
        LEAST_ROLES.entrySet().stream()
            .filter(entry -> entry.getValue().equals("public"))
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void eachRoleMayWhatItIsListedForAndNothingElse(Shop shop) {
    Map<String, Http> callers =
        Map.of(
            "public",
            shop.system,
            "agent",
            shop.hired("agent", "sto_1"),
            "manager",
            shop.hired("manager", "sto_1"),
            "owner",
            shop.owner);
    List<String> wrong = new ArrayList<>();

    LEAST_ROLES.forEach(
        (route, least) ->
            callers.forEach(
                (role, caller) -> {
                  int status = ask(caller, route, "none-0000000000").status();
                  if (status != 401 && status != 403 ? !may(role, least) : may(role, least)) {
                    wrong.add(role + " " + route + " " + status);
                  }
                }));

    assertEquals(List.of(), wrong);
  }

  private static boolean may(String role, String least) {
    return ROLES.indexOf(role) >= ROLES.indexOf(least);
  }

  @Test
  void anIdLongerThanAnyBreaksNoRoute(Shop shop) {
    List<String> wrong = new ArrayList<>();

    for (String route : LEAST_ROLES.keySet()) {
      int status = ask(shop.owner, route, "x".repeat(3000)).status();
      if (route.contains("{") && status != 404 && status != 400) {
        wrong.add(route + " " + status);
      }
    }

    assertEquals(List.of(), wrong);
  }

  @Test
  void aLinkIsRevokedByWhoSentItAndNoRival(Shop shop) {
    String conversation = shop.customerWrites(CUSTOMER, "tea?");
    String url =
        shop.agent
            .post(
                "/referrals", Map.of("conversationId", conversation, "productIds", shop.productIds))
            .is(202)
            .text("/links/0/url");
    String link = "/links/" + url.substring(url.indexOf("/r/") + 3);
    Http rival = shop.hired("agent", "sto_1");

    Answer refused = rival.delete(link).is(403);
    Answer seen = rival.get(link).is(200);
    shop.agent.delete(link).is(204);

    assertTrue(refused.text("/detail").contains("who sent it"), refused.body());
    assertTrue(seen.json().path("revokedAt").isNull(), seen.body());
    assertTrue(!rival.get(link).is(200).json().path("revokedAt").isNull());
  }
}
