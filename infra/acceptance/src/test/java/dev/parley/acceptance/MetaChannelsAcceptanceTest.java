package dev.parley.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Customers write on Messenger, Instagram and WhatsApp, and are answered by their rules. */
@ExtendWith(RunningParley.class)
class MetaChannelsAcceptanceTest {
  private Shop shop;

  @BeforeEach
  void open(Shop opened) {
    shop = opened;
  }

  @AfterEach
  void setTheClock() {
    shop.system.post("/_local/clock", Map.of("reset", true)).is(200);
  }

  private void clock(Duration ahead) {
    shop.system.post("/_local/clock", Map.of("advance", ahead.toString())).is(200);
  }

  private MetaAccount account(String platform) {
    return new MetaAccount(shop, platform);
  }

  private Answer answer(String conversation, Map<String, Object> what) {
    Answer answer = shop.agent.post("/conversations/" + conversation + "/messages", what);
    shop.idle();
    return answer;
  }

  private List<String> statuses(String conversation) {
    return shop.messages(conversation).valueStream().map(m -> m.path("status").asText()).toList();
  }

  private List<String> texts(String conversation) {
    return shop.messages(conversation).valueStream().map(m -> m.path("text").asText()).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"messenger", "instagram", "whatsapp"})
  void aCustomerIsAnsweredAndTheAnswerIsReadOnce(String platform) {
    MetaAccount account = account(platform);
    String customer = account.customer();

    String conversation = account.says(customer, Map.of("text", "有烏龍茶嗎？ 👋"));
    answer(conversation, Map.of("text", "有的")).is(202);
    account.customer(customer, "read", Map.of());

    assertEquals(List.of("有的", "有烏龍茶嗎？ 👋"), texts(conversation));
    assertEquals(List.of("read", "received"), statuses(conversation));
    JsonNode head = account.conversation();
    assertEquals(platform, head.path("channelType").asText());
    assertTrue(!head.at("/contact/displayName").asText("").isBlank(), head.toString());
    Instant ends = Instant.parse(head.path("replyWindowEndsAt").asText());
    Instant wrote = Instant.parse(shop.messages(conversation).at("/1/sentAt").asText());
    assertEquals(wrote.plus(Duration.ofDays(1)), ends);
    assertTrue(account.phone(customer).toString().contains("有的"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"messenger", "instagram", "whatsapp"})
  void cardsLookAsThePreviewSaid(String platform) {
    MetaAccount account = account(platform);
    String customer = account.customer();
    String conversation = account.says(customer, Map.of("text", "推薦？"));
    var cards = Map.of("conversationId", conversation, "productIds", shop.productIds.subList(0, 2));

    JsonNode preview = shop.agent.post("/referrals/preview", cards).is(200).json();
    JsonNode sent = shop.agent.post("/referrals", cards).is(202).json();
    shop.idle();

    assertEquals("sent", statuses(conversation).getFirst().replace("delivered", "sent"));
    String shown = account.phone(customer).toString();
    for (JsonNode link : sent.path("links")) {
      assertTrue(shown.contains(link.path("url").asText()), shown);
    }
    assertEquals(1, preview.path("messages").size());
    String link = sent.at("/links/0/url").asText();
    String target =
        Http.at("").with("user-agent", "Mozilla/5.0 (iPhone)").get(link).is(302).header("location");
    assertTrue(target.contains("utm_medium=product_referral_" + platform), target);
  }

  @ParameterizedTest
  @CsvSource({"messenger, humanAgent", "instagram, humanAgent", "whatsapp, template"})
  void afterADayAnotherWayIsNeeded(String platform, String way) {
    MetaAccount account = account(platform);
    String customer = account.customer();
    String conversation = account.says(customer, Map.of("text", "hi"));
    String plan = "/conversations/" + conversation + "/send-plan?kind=";
    assertEquals("window", shop.agent.get(plan + "text").is(200).text("/best"));

    clock(Duration.ofHours(25));
    Answer refused = answer(conversation, Map.of("text", "still there?"));
    Answer cards =
        shop.agent.post(
            "/referrals",
            Map.of("conversationId", conversation, "productIds", shop.productIds.subList(0, 1)));

    refused.is(409);
    assertTrue(refused.text("/type").endsWith("reply-window-closed"), refused.body());
    assertEquals(way, refused.text("/alternatives/0/kind"));
    assertEquals(
        platform.equals("whatsapp") ? 1 : 0, cards.is(409).json().at("/alternatives").size());
    assertEquals(List.of("hi"), texts(conversation));
    assertEquals(way, shop.agent.get(plan + "text").is(200).text("/best"));
  }

  @Test
  void aTemplateReachesACustomerWhoseWindowIsClosed() {
    MetaAccount account = account("whatsapp");
    String customer = account.customer();
    String conversation = account.says(customer, Map.of("text", "hi"));
    shop.sandbox
        .post(
            "/_sandbox/whatsapp/channels/" + account.accountId + "/templates",
            Map.of("name", "order_ready", "language", "zh_TW", "body", "{{1}} 您好"))
        .is(201);
    clock(Duration.ofHours(25));

    answer(
            conversation,
            Map.of(
                "template",
                Map.of("name", "order_ready", "language", "zh_TW", "parameters", List.of("小明"))))
        .is(202);
    answer(conversation, Map.of("template", Map.of("name", "unknown_one", "language", "th")))
        .is(202);

    JsonNode messages = shop.messages(conversation);
    assertEquals("failed", messages.at("/0/status").asText());
    assertTrue(messages.at("/0/failure/reason").asText().contains("132001"), messages.toString());
    assertEquals("template", messages.at("/1/kind").asText());
    assertEquals("order_ready", messages.at("/1/template/name").asText());
    assertTrue(List.of("sent", "delivered").contains(messages.at("/1/status").asText()));
    assertTrue(account.phone(customer).toString().contains("小明 您好"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"messenger", "instagram"})
  void aPersonMayAnswerByHandForAWeek(String platform) {
    MetaAccount account = account(platform);
    String customer = account.customer();
    String conversation = account.says(customer, Map.of("text", "hi"));
    shop.sandbox.post("/_sandbox/" + platform + "/switches", Map.of("humanAgent", true));
    clock(Duration.ofDays(3));

    answer(conversation, Map.of("text", "sorry, here I am", "way", "humanAgent")).is(202);
    String first = statuses(conversation).getFirst();
    clock(Duration.ofDays(5));

    answer(conversation, Map.of("text", "too late", "way", "humanAgent")).is(409);
    assertTrue(List.of("sent", "delivered", "read").contains(first), first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"messenger", "instagram", "whatsapp"})
  void whatTheShopSaysByThePlatformsOwnMeansIsShownOnce(String platform) {
    MetaAccount account = account(platform);
    String customer = account.customer();
    String conversation = account.says(customer, Map.of("text", "hi"));

    account.customer(customer, "echo", Map.of("text", "from the inbox"));
    answer(conversation, Map.of("text", "from the tool")).is(202);

    assertEquals(List.of("from the tool", "from the inbox", "hi"), texts(conversation));
    JsonNode elsewhere = shop.messages(conversation).get(1);
    assertEquals("outbound", elsewhere.path("direction").asText());
    assertTrue(elsewhere.path("agentId").isNull());
    assertEquals("0", account.conversation().path("unreadCount").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"messenger", "instagram", "whatsapp"})
  void anUnsentMessageLosesItsText(String platform) {
    MetaAccount account = account(platform);
    String customer = account.customer();
    JsonNode said = account.customer(customer, "messages", Map.of("text", "secret"));
    String conversation = account.conversation().path("id").asText();

    account.customer(customer, "unsend", Map.of("messageId", said.path("messageId").asText()));

    JsonNode shown = shop.messages(conversation).get(0);
    assertTrue(shown.path("text").isNull() && !shown.path("withdrawnAt").isNull());
  }

  @ParameterizedTest
  @ValueSource(strings = {"messenger", "instagram", "whatsapp"})
  void anExpiredTokenIsAChannelsTroubleAtOnceAndReceivingGoesOn(String platform) {
    MetaAccount account = account(platform);
    String customer = account.customer();
    String conversation = account.says(customer, Map.of("text", "hi"));
    shop.sandbox
        .post("/_sandbox/" + platform + "/channels/" + account.accountId + "/expire", Map.of())
        .is(204);

    answer(conversation, Map.of("text", "hello")).is(202);
    account.customer(customer, "messages", Map.of("text", "anybody?"));

    assertEquals("credentialsRejected", account.health().at("/lastError/code").asText());
    assertEquals(List.of("anybody?", "hello", "hi"), texts(conversation));
    assertEquals("failed", statuses(conversation).get(1));
  }

  @Test
  void aCustomerWhoseNumberChangesKeepsTheConversation() {
    MetaAccount account = account("whatsapp");
    String customer = account.customer();
    String conversation = account.says(customer, Map.of("text", "old number"));
    String renumbered = account.customer();

    account
        .webhook(
            "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"value\":"
                + "{\"metadata\":{\"phone_number_id\":\""
                + account.accountId
                + "\"},\"messages\":[{\"from\":\""
                + customer
                + "\",\"id\":\"wamid.sys\",\"timestamp\":\""
                + Instant.now().getEpochSecond()
                + "\",\"type\":\"system\",\"system\":{\"type\":\"user_changed_number\",\"wa_id\":\""
                + renumbered
                + "\"}}]},\"field\":\"messages\"}]}]}")
        .is(200);
    shop.idle();
    account.customer(renumbered, "messages", Map.of("text", "new number"));
    answer(conversation, Map.of("text", "hello again")).is(202);

    assertEquals(List.of("hello again", "new number", "", "old number"), blanks(conversation));
    assertTrue(account.phone(renumbered).toString().contains("hello again"));
  }

  private List<String> blanks(String conversation) {
    return shop.messages(conversation)
        .valueStream()
        .map(m -> m.path("text").isNull() ? "" : m.path("text").asText())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"messenger", "instagram", "whatsapp"})
  void onlyMetaCanCallAndOnlyTheShopCanSetItUp(String platform) {
    MetaAccount account = account(platform);
    String path = "/webhooks/" + platform + "/" + account.channelId;
    String asked = path + "?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=";

    assertEquals("1158201444", shop.system.get(asked + "verify-me").is(200).body());
    shop.system.get(asked + "guess").is(403);
    shop.system.get(path).is(403);
    shop.system.get("/webhooks/" + platform + "/no-such-channel?hub.mode=subscribe").is(404);
    shop.system.send("POST", path, "{\"entry\":[]}").is(401);
    shop.system
        .with("x-hub-signature-256", "sha256=" + "0".repeat(64))
        .send("POST", path, "{\"entry\":[]}")
        .is(401);
    account.webhook("{\"entry\":[]}").is(200);
    account.webhook("{\"entry\":7}").is(400);
    account.webhook("{").is(400);
  }
}
