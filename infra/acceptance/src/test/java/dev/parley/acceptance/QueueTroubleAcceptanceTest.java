package dev.parley.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Queues that take nothing: nobody is held up, and what came is kept until they do. */
@ExtendWith(RunningParley.class)
class QueueTroubleAcceptanceTest {
  private static final String CUSTOMER = "U0123456789abcdef0123456789abcde5";

  @AfterEach
  void mend(Shop shop) {
    shop.system.delete("/_local/faults");
  }

  @Test
  void leadsTheCustomerOnAndCountsTheClickLater(Shop shop) {
    String link = linkSent(shop);
    fail(shop, "sqs", "FollowLink");

    follow(shop, link);
    shop.idle();
    assertEquals(0, clicks(shop));

    shop.system.delete("/_local/faults");
    sweep(shop);
    assertEquals(1, clicks(shop));
    sweep(shop);
    assertEquals(1, clicks(shop));
  }

  @Test
  void leadsTheCustomerOnWhenTheClickCanNotEvenBeParked(Shop shop) {
    String link = linkSent(shop);
    fail(shop, "sqs", "FollowLink");
    shop.system
        .post(
            "/_local/faults",
            fault("dynamodb", "FollowLink", Map.of("operation", "PutItem", "count", 100)))
        .is(204);

    follow(shop, link);
  }

  @Test
  void showsTheCustomerAPageWhenTheLinkCanNotBeLookedUp(Shop shop) {
    String link = linkSent(shop);
    shop.system
        .post(
            "/_local/faults",
            fault("dynamodb", "FollowLink", Map.of("operation", "GetItem", "count", 100)))
        .is(204);

    Answer page = shop.system.get(link.substring(link.indexOf("/r/"))).is(503);
    shop.system.delete("/_local/faults");

    assertEquals("text/html; charset=utf-8", page.header("content-type"));
    assertEquals("1", page.header("retry-after"));
    assertEquals("no-store", page.header("cache-control"));
    for (String language : List.of("稍後再試", "โปรดลองใหม่", "try again")) {
      assertTrue(page.body().contains(language), page.body());
    }
    follow(shop, link);
  }

  @Test
  void keepsTheMessageUntilTheQueueTakesIt(Shop shop) {
    String conversation = shop.customerWrites(CUSTOMER, "before");
    fail(shop, "sqs", "LineWebhook");

    shop.customerWrites(CUSTOMER, "while it was down");
    assertEquals(1, shop.messages(conversation).size());

    shop.system.delete("/_local/faults");
    sweep(shop);
    assertEquals("while it was down", shop.messages(conversation).get(0).path("text").asText());
  }

  private static String linkSent(Shop shop) {
    String conversation = shop.customerWrites(CUSTOMER, "tea?");
    String link =
        shop.agent
            .post(
                "/referrals", Map.of("conversationId", conversation, "productIds", shop.productIds))
            .is(202)
            .text("/links/0/url");
    shop.idle();
    return link;
  }

  private static void follow(Shop shop, String link) {
    shop.system
        .with("user-agent", "Mozilla/5.0 (iPhone) Line/14.0")
        .get(link.substring(link.indexOf("/r/")))
        .is(302);
  }

  private static void sweep(Shop shop) {
    shop.system.post("/_local/schedules/SweepParked/run", Map.of()).is(200);
    shop.idle();
  }

  private static int clicks(Shop shop) {
    return shop.report("").at("/total/clicks").asInt();
  }

  private static void fail(Shop shop, String service, String function) {
    shop.system.post("/_local/faults", fault(service, function, Map.of("count", 100))).is(204);
  }

  private static Map<String, Object> fault(
      String service, String function, Map<String, Object> more) {
    Map<String, Object> fault =
        new HashMap<>(
            Map.of(
                "service", service, "function", function, "when", "before", "error", "internal"));
    fault.putAll(more);
    return fault;
  }
}
