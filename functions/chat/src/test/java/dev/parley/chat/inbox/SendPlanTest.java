package dev.parley.chat.inbox;

import static dev.parley.chat.inbox.Heads.CALLER;
import static dev.parley.chat.inbox.Heads.MERCHANT;
import static dev.parley.chat.inbox.Heads.STRANGER;
import static dev.parley.testkit.chat.Customer.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.parley.aws.http.HttpReply;
import dev.parley.chat.Calls;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.conversation.ReplyToken;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.report.MessagePrices;
import dev.parley.json.JsonObject;
import dev.parley.testkit.chat.InMemoryConversations;
import dev.parley.testkit.referral.InMemoryMessagePrices;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SendPlanTest {
  private final InMemoryConversations conversations = new InMemoryConversations();
  private final InMemoryMessagePrices prices = new InMemoryMessagePrices();
  private Instant now = NOON.plusSeconds(10);

  @BeforeEach
  void twoConversations() {
    conversations.put(Heads.head("cnv_asked", 0, new ReplyToken("rt", NOON)));
    conversations.put(Heads.head("cnv_answered", 0));
  }

  private HttpReply plan(Caller caller, String id, String kind) {
    return new SendPlan(conversations, prices, () -> now)
        .plan(caller, Calls.at("id", id, Map.of("kind", kind)));
  }

  private JsonObject plan(String id) {
    return Calls.json(plan(CALLER, id, "text"));
  }

  private static JsonObject way(JsonObject plan, String name) {
    return plan.objects("options").stream()
        .filter(option -> name.equals(option.text("way")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aReplyIsTheCheapestWhileItsTokenIsYoung() {
    JsonObject plan = plan("cnv_asked");

    assertEquals("reply", plan.text("best"));
    assertEquals("reply", plan.objects("options").getFirst().text("way"));
    assertEquals(true, way(plan, "reply").fields().get("allowed"));
    assertEquals("0.00", way(plan, "reply").object("price").text("amount"));
    assertEquals("2026-11-24T12:00:50.000Z", way(plan, "reply").text("until"));
    assertEquals(true, way(plan, "push").fields().get("allowed"));
    assertEquals("0.20", way(plan, "push").object("price").text("amount"));
    assertEquals("TWD", way(plan, "push").object("price").text("currency"));
  }

  @Test
  void aPushIsLeftOnceTheTokenWouldNotBeUsedAnyMore() {
    now = NOON.plusSeconds(50);

    JsonObject plan = plan("cnv_asked");

    assertEquals("push", plan.text("best"));
    assertEquals(false, way(plan, "reply").fields().get("allowed"));
    assertNull(way(plan, "reply").text("until"));
  }

  @Test
  void aPushIsLeftOnceTheCustomerIsAnswered() {
    JsonObject plan = plan("cnv_answered");

    assertEquals("push", plan.text("best"));
    assertEquals("no message of the last minute is unanswered", way(plan, "reply").text("reason"));
  }

  @Test
  void aPushCostsWhatTheMerchantSaysThatItPays() {
    prices.save(
        MERCHANT,
        new MessagePrices(CurrencyUnit.of("THB"), Map.of("line", new BigDecimal("0.105"))));

    JsonObject push = way(plan("cnv_answered"), "push");

    assertEquals("0.105", push.object("price").text("amount"));
    assertEquals("THB", push.object("price").text("currency"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "productCards", "orderLink"})
  void everyKindHasAPlan(String kind) {
    assertEquals(200, plan(CALLER, "cnv_asked", kind).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "fax", "TEXT"})
  void refusesAKindThatIsNone(String kind) {
    assertEquals(List.of("kind"), Calls.refused(() -> plan(CALLER, "cnv_asked", kind)));
  }

  @Test
  void aConversationThatIsNotTheMerchantsIsNotFound() {
    assertEquals(404, plan(STRANGER, "cnv_asked", "text").status());
    assertEquals(404, plan(CALLER, "cnv_none", "text").status());
  }

  private JsonObject planOf(ChannelType type, String kind) {
    conversations.put(Heads.head("cnv_other", type));
    return Calls.json(plan(CALLER, "cnv_other", kind));
  }

  private static List<@Nullable String> allowed(JsonObject plan) {
    return plan.objects("options").stream()
        .filter(option -> option.isTrue("allowed"))
        .map(option -> option.text("way"))
        .toList();
  }

  @Test
  void anAnswerInTimeNeedsNoOtherWay() {
    JsonObject plan = planOf(ChannelType.MESSENGER, "text");

    assertEquals("window", plan.text("best"));
    assertEquals("2026-11-25T12:00:00.000Z", way(plan, "window").text("until"));
    assertEquals(List.of("window", "humanAgent"), allowed(plan));
    assertEquals("2026-12-01T12:00:00.000Z", way(plan, "humanAgent").text("until"));
  }

  @Test
  void afterADayAPersonMayAnswerByHandForAWeek() {
    now = NOON.plus(Duration.ofDays(2));

    assertEquals("humanAgent", planOf(ChannelType.INSTAGRAM, "text").text("best"));
    assertEquals(List.of(), allowed(planOf(ChannelType.INSTAGRAM, "productCards")));
    assertNull(planOf(ChannelType.INSTAGRAM, "productCards").text("best"));
  }

  @Test
  void afterADayATemplateIsLeftAndHasItsPrice() {
    now = NOON.plus(Duration.ofDays(20));
    prices.save(
        MERCHANT,
        new MessagePrices(
            CurrencyUnit.of("TWD"), Map.of("whatsappTemplate", new BigDecimal("1.50"))));

    JsonObject plan = planOf(ChannelType.WHATSAPP, "text");

    assertEquals("template", plan.text("best"));
    assertEquals(List.of("template"), allowed(plan));
    assertEquals("1.50", way(plan, "template").object("price").text("amount"));
  }
}
