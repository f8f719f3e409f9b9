package dev.parley.chat.replay;

import static dev.parley.chat.Calls.at;
import static dev.parley.chat.Calls.json;
import static dev.parley.chat.Calls.refused;
import static dev.parley.testkit.chat.Customer.CHANNEL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.id.MerchantId;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.merchant.Role;
import dev.parley.json.JsonObject;
import dev.parley.testkit.chat.InMemoryReplays;
import dev.parley.testkit.merchant.Staff;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class StartReplaysTest {
  private static final String ID = "msg_01K0000000000000000000000A";

  private final LineShop shop = new LineShop();
  private final InMemoryReplays replays = new InMemoryReplays();
  private final StartReplays starting = new StartReplays(shop.channels, replays, replays);
  private final Caller owner = Staff.caller(LineShop.MERCHANT, "agt_1", Role.OWNER);

  private Set<String> wrong(String body) {
    return Set.copyOf(refused(() -> starting.start(owner, at("x", "", body))));
  }

  private static String received(String channel, String from, String to) {
    return "{\"channelId\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}".formatted(channel, from, to);
  }

  private JsonObject started(String body) {
    return json(starting.start(owner, at("x", "", body)));
  }

  @Test
  void aRunOfAChannelIsQueuedAndFound() {
    JsonObject run =
        started(received(CHANNEL.value(), "2026-11-01T00:00:00+08:00", "2026-11-02T00:00:00Z"));

    assertEquals("queued", run.text("status"));
    assertEquals("2026-10-31T16:00:00.000Z", run.text("from"));
    assertEquals(0L, run.object("counts").longValue("found"));
    assertEquals(1, replays.queued().size());
    assertEquals(run, json(starting.one(owner, at("id", run.requiredText("id")))));
  }

  @Test
  void aRunOfMessagesIsQueued() {
    JsonObject run = started("{\"messageIds\":[\"" + ID + "\"]}");

    assertEquals(List.of(ID), run.texts("messageIds"));
    assertEquals(1, replays.queued().size());
  }

  @Test
  void aRunThatIsNotThereIsNotFound() {
    assertEquals(404, starting.one(owner, at("id", "rpl_x")).status());
  }

  @Test
  void everythingThatIsMissingIsNamed() {
    assertEquals(Set.of("/channelId", "/from", "/to"), wrong("{}"));
  }

  @Test
  void everythingThatIsWrongIsNamed() {
    assertEquals(
        Set.of("/channelId", "/from", "/to", "/more"),
        wrong("{\"channelId\":\"nobodys-line\",\"from\":\"yesterday\",\"to\":5,\"more\":1}"));
  }

  @Test
  void anotherMerchantsChannelIsAsUnknownAsNoChannel() {
    Caller other = Staff.caller(new MerchantId("mer_2"), "agt_2", Role.OWNER);
    String body = received(CHANNEL.value(), "2026-11-01T00:00:00Z", "2026-11-02T00:00:00Z");

    assertEquals(List.of("/channelId"), refused(() -> starting.start(other, at("x", "", body))));
  }

  @Test
  void bothFormsAtOnceAreRefused() {
    assertTrue(
        wrong("{\"messageIds\":[\"" + ID + "\"],\"channelId\":\"" + CHANNEL + "\"}")
            .contains("/messageIds"));
  }

  @Test
  void theTimeMustGoForwardAndNotForLong() {
    String channel = CHANNEL.value();

    assertEquals(
        Set.of("/from"), wrong(received(channel, "2026-11-02T00:00:00Z", "2026-11-02T00:00:00Z")));
    assertEquals(
        Set.of("/to"),
        wrong(received(channel, "2026-10-01T00:00:00Z", "2026-11-01T00:00:00.001Z")));
    started(received(channel, "2026-10-01T00:00:00Z", "2026-11-01T00:00:00Z"));
  }

  @Test
  void messagesAreAskedForByTheirIdsOnceEach() {
    assertEquals(Set.of("/messageIds"), wrong("{\"messageIds\":[]}"));
    assertEquals(
        Set.of("/messageIds/1", "/messageIds/2", "/messageIds/3"),
        wrong("{\"messageIds\":[\"%1$s\",\"%1$s\",\"cnv_1\",7]}".formatted(ID)));
    String many = ("\"" + ID + "\",").repeat(101);
    assertEquals(
        Set.of("/messageIds"),
        wrong("{\"messageIds\":[" + many.substring(0, many.length() - 1) + "]}"));
  }

  @Test
  void messagesThatAreNoListAreRefusedOnceAndNotAskedForAsAChannel() {
    String aChannel = received(CHANNEL.value(), "2026-11-01T00:00:00Z", "2026-11-02T00:00:00Z");

    assertEquals(
        List.of("/messageIds"),
        refused(() -> starting.start(owner, at("x", "", "{\"messageIds\":null}"))));
    assertEquals(
        List.of("/messageIds"),
        refused(() -> starting.start(owner, at("x", "", "{\"messageIds\":\"" + ID + "\"}"))));
    started("{\"messageIds\":null," + aChannel.substring(1));
  }
}
