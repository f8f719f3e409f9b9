package dev.parley.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that end or are taken back: health says so, sending stops, receiving goes on. */
@ExtendWith(RunningParley.class)
class CredentialsAcceptanceTest {
  private Shop shop;

  @BeforeEach
  void open(Shop opened) {
    shop = opened;
  }

  @AfterEach
  void mend() {
    shop.system.delete("/_local/faults");
    shop.system.post("/_local/clock", Map.of("reset", true)).is(200);
  }

  private void clock(Duration ahead) {
    shop.system.post("/_local/clock", Map.of("advance", ahead.toString())).is(200);
  }

  /** Runs the watch without waiting for its schedule. */
  private void watch() {
    Answer run = shop.system.post("/_local/schedules/WatchCredentials/run", Map.of()).is(200);
    assertTrue(!run.json().hasNonNull("error"), run.body());
    shop.idle();
  }

  private void end(MetaAccount account, Map<String, Object> when) {
    shop.sandbox
        .post("/_sandbox/" + account.platform + "/channels/" + account.accountId + "/expire", when)
        .is(204);
  }

  private static Instant inDays(int days) {
    return Instant.now().plus(Duration.ofDays(days)).truncatedTo(ChronoUnit.SECONDS);
  }

  /** Returns the channel as {@code GET /health} shows it. */
  private JsonNode shown(MetaAccount account) {
    return shop.owner
        .get("/health?limit=100")
        .is(200)
        .json()
        .path("items")
        .valueStream()
        .filter(item -> item.path("id").asText().equals(account.channelId))
        .findFirst()
        .orElseThrow()
        .path("health");
  }

  private JsonNode answered(String conversation, String text) {
    shop.agent.post("/conversations/" + conversation + "/messages", Map.of("text", text)).is(202);
    shop.idle();
    return shop.messages(conversation).get(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"messenger", "instagram", "whatsapp"})
  void theEndOfATokenIsKnownWhenItsChannelIsPut(String platform) {
    MetaAccount account = new MetaAccount(shop, platform);
    Instant end = inDays(60);
    end(account, Map.of("at", end.toString()));

    JsonNode health = account.putAgain().path("health");

    assertEquals(end, Instant.parse(health.path("credentialExpiresAt").asText()));
    assertEquals("ok", health.path("state").asText());
  }

  @Test
  void aTokenWithoutEndHasNone() {
    MetaAccount account = new MetaAccount(shop, "whatsapp");

    JsonNode health = account.putAgain().path("health");

    assertTrue(health.path("credentialExpiresAt").isNull(), health.toString());
    assertEquals("ok", health.path("state").asText());
  }

  @Test
  void whatATokenMayReadEndsBeforeItDoes() {
    MetaAccount account = new MetaAccount(shop, "messenger");
    Instant end = inDays(20);
    end(account, Map.of("at", inDays(60).toString()));
    end(account, Map.of("dataAccessAt", end.toString()));

    JsonNode health = account.putAgain().path("health");

    assertEquals(end, Instant.parse(health.path("credentialExpiresAt").asText()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"messenger", "instagram", "whatsapp"})
  void aTokenIsSeenToEndAWeekBefore(String platform) {
    MetaAccount account = new MetaAccount(shop, platform);
    account.putAgain();
    end(account, Map.of("at", inDays(10).toString()));

    clock(Duration.ofHours(25));
    watch();
    String inTime = shown(account).path("state").asText();
    clock(Duration.ofDays(3));
    String aWeekBefore = shown(account).path("state").asText();

    assertEquals("ok", inTime);
    assertEquals("expiring", aWeekBefore);
    clock(Duration.ofDays(7));
    assertTrue(List.of("expired", "refused").contains(shown(account).path("state").asText()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"messenger", "instagram", "whatsapp"})
  void aTokenThatWasTakenBackIsSeenWithoutASend(String platform) {
    MetaAccount account = new MetaAccount(shop, platform);
    account.putAgain();
    String customer = account.customer();
    String conversation = account.says(customer, Map.of("text", "hi"));
    account.revoke();

    clock(Duration.ofHours(23));
    JsonNode before = shown(account);
    clock(Duration.ofHours(2));
    watch();
    JsonNode after = shown(account);
    shop.system.post("/_local/clock", Map.of("reset", true)).is(200);
    JsonNode sent = answered(conversation, "hello?");
    account.customer(customer, "messages", Map.of("text", "anybody?"));

    assertEquals("ok", before.path("state").asText());
    assertEquals("refused", after.path("state").asText());
    assertEquals("credentialsRejected", after.at("/lastError/code").asText());
    assertEquals("failed", sent.path("status").asText());
    assertEquals("credentialsRejected", sent.at("/failure/code").asText());
    assertTrue(!sent.at("/failure/reason").asText().isBlank(), sent.toString());
    assertEquals("anybody?", shop.messages(conversation).at("/0/text").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"messenger", "instagram", "whatsapp"})
  void aRefusedSendIsSeenAtOnceAndANewTokenMendsIt(String platform) {
    MetaAccount account = new MetaAccount(shop, platform);
    account.putAgain();
    String conversation = account.says(account.customer(), Map.of("text", "hi"));
    answered(conversation, "one");
    end(account, Map.of());

    JsonNode refused = answered(conversation, "two");
    String state = shown(account).path("state").asText();
    account.renew();
    clock(Duration.ofSeconds(2)); // Credentials that were read a second ago count as read anew.
    String mended = shown(account).path("state").asText();
    JsonNode sent = answered(conversation, "three");

    assertEquals("failed", refused.path("status").asText());
    assertEquals("refused", state);
    assertEquals("ok", mended);
    assertTrue(!sent.path("status").asText().equals("failed"), sent.toString());
  }

  @Test
  void aRefusedSendOnLineIsSeenAtOnceAndOneThatIsTakenMendsIt() {
    String conversation = shop.customerWrites("U" + "7".repeat(32), "hi");
    answered(conversation, "reply");
    shop.sandbox
        .post(
            "/_sandbox/line/behaviour",
            Map.of("operation", "push", "status", 401, "count", 1, "channelId", shop.channelId))
        .is(204);

    JsonNode refused = answered(conversation, "two");
    Answer health = shop.owner.get("/channels/" + shop.channelId).is(200);
    shop.customerWrites("U" + "7".repeat(32), "anybody?");
    answered(conversation, "three");

    assertEquals("credentialsRejected", refused.at("/failure/code").asText());
    assertEquals("refused", health.text("/health/state"));
    assertEquals("ok", shop.owner.get("/channels/" + shop.channelId).text("/health/state"));
    assertEquals(
        List.of("three", "anybody?", "two", "reply", "hi"),
        shop.messages(conversation).valueStream().map(m -> m.path("text").asText()).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"messenger", "instagram", "whatsapp"})
  void aPlatformThatIsDownIsAskedAgainAndWhatWasKnownStays(String platform) {
    MetaAccount account = new MetaAccount(shop, platform);
    Instant end = inDays(60);
    Instant later = inDays(90);
    end(account, Map.of("at", end.toString()));
    account.putAgain();
    end(account, Map.of("at", later.toString()));
    behave(account, Map.of("operation", "debugToken", "status", 500, "count", 1));

    clock(Duration.ofHours(25));
    watch();
    String down = shown(account).path("credentialExpiresAt").asText();
    clock(Duration.ofHours(2));
    watch();

    assertEquals(end, Instant.parse(down));
    assertEquals(later, Instant.parse(shown(account).path("credentialExpiresAt").asText()));
  }

  @Test
  void aPlatformThatDoesNotAnswerLeavesAPutAsItIs() {
    MetaAccount account = new MetaAccount(shop, "whatsapp");
    Instant end = inDays(60);
    end(account, Map.of("at", end.toString()));
    behave(account, Map.of("operation", "debugToken", "delayMs", 5000, "count", 1));

    JsonNode silent = account.putAgain().path("health");
    watch();

    assertTrue(silent.path("credentialExpiresAt").isNull(), silent.toString());
    assertEquals("ok", silent.path("state").asText());
    assertEquals(end, Instant.parse(shown(account).path("credentialExpiresAt").asText()));
  }

  @Test
  void aRunThatBreaksOffAfterItBeganIsMadeGoodInAnHour() {
    MetaAccount account = new MetaAccount(shop, "whatsapp");
    account.putAgain();
    Instant end = inDays(60);
    end(account, Map.of("at", end.toString()));
    shop.system
        .post(
            "/_local/faults",
            Map.of(
                "service", "dynamodb",
                "operation", "GetItem",
                "function", "WatchCredentials",
                "when", "before",
                "count", 1000,
                "error", "internal"))
        .is(204);
    clock(Duration.ofHours(25));
    shop.idle();
    shop.system.delete("/_local/faults");

    JsonNode lost = shown(account).path("credentialExpiresAt");
    clock(Duration.ofHours(2));
    watch();

    assertTrue(lost.isNull(), lost.toString());
    assertEquals(end, Instant.parse(shown(account).path("credentialExpiresAt").asText()));
  }

  private void behave(MetaAccount account, Map<String, Object> how) {
    Map<String, Object> own = new HashMap<>(how);
    own.put("channelId", account.accountId);
    shop.sandbox.post("/_sandbox/" + account.platform + "/behaviour", own).is(204);
  }
}
