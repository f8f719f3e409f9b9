package dev.parley.referral.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.aws.http.BadInput;
import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.domain.input.FieldError;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.merchant.Role;
import dev.parley.json.Json;
import dev.parley.json.JsonObject;
import dev.parley.testkit.merchant.Staff;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DetailsTest {
  private static final Caller OWNER = Staff.caller(RandomWorld.MERCHANT_ID, "agt_o", Role.OWNER);

  private final RandomWorld world = new RandomWorld(7);

  private JsonObject page(String cursor) {
    HttpCall call = Calls.get(Map.of("limit", "2", "cursor", cursor));
    return Json.readOwn(Objects.requireNonNull(world.listMessages().list(OWNER, call).body()));
  }

  private static List<String> conversations(List<JsonObject> rows) {
    return rows.stream().map(row -> row.requiredText("conversationId")).toList();
  }

  /** Three messages in each of four conversations. */
  private void allAreSpokenTo() {
    for (int i = 0; i < 12; i++) {
      world.happens(new Act.Say(i % 3, i / 3));
    }
  }

  private List<JsonObject> from(String cursor) {
    List<JsonObject> rows = new ArrayList<>();
    for (String next = cursor; next != null; ) {
      JsonObject page = page(next);
      rows.addAll(page.objects("items"));
      assertTrue(rows.size() <= 13, "the list goes round");
      next = page.text("nextCursor");
    }
    return rows;
  }

  @Test
  void aListGoesOnInTheMiddleOfAConversation() {
    allAreSpokenTo();

    JsonObject first = page("");
    JsonObject second = page(first.requiredText("nextCursor"));

    assertEquals(List.of("cnv_3", "cnv_3"), conversations(first.objects("items")));
    assertEquals(List.of("cnv_3", "cnv_2"), conversations(second.objects("items")));
    assertEquals(12, from("").size());
  }

  @Test
  void aConversationThatMovesUpBetweenTwoPagesTakesNoOthersRowsAlong() {
    allAreSpokenTo();
    JsonObject first = page("");
    JsonObject second = page(first.requiredText("nextCursor"));

    world.happens(new Act.Say(0, 1));

    List<JsonObject> rows = new ArrayList<>(first.objects("items"));
    rows.addAll(second.objects("items"));
    rows.addAll(from(second.requiredText("nextCursor")));
    Set<String> ids =
        rows.stream().map(row -> row.requiredText("messageId")).collect(Collectors.toSet());
    assertTrue(ids.size() >= 9, ids.toString());
    assertTrue(conversations(rows).containsAll(Set.of("cnv_0", "cnv_2", "cnv_3")));
  }

  @Test
  void allThatIsWrongWithAQueryIsToldAtOnce() {
    HttpCall call =
        Calls.get(
            Map.of("from", "today", "limit", "101", "cursor", "!", "format", "xml", "page", "2"));

    List<FieldError> errors =
        assertThrows(BadInput.class, () -> world.listClicks().list(OWNER, call)).errors();

    assertEquals(
        Set.of("from", "limit", "cursor", "format", "page"),
        new HashSet<>(errors.stream().map(FieldError::pointer).toList()));
  }

  @Test
  void csvHasTheProductsOfAMessageInOneCell() {
    world.happens(new Act.SendCards(0, 0, 2));
    world.happens(new Act.Say(1, 0));

    HttpReply reply = world.listMessages().list(OWNER, Calls.get(Map.of("format", "csv")));

    List<String> lines = Objects.requireNonNull(reply.body()).lines().toList();
    assertEquals("\uFEFF" + String.join(",", MessageDetail.COLUMNS), lines.getFirst());
    assertEquals(3, lines.size());
    assertTrue(lines.get(1).matches(".*,(picked|typed),prd_\\w+ prd_\\w+,"), lines.get(1));
    assertTrue(lines.get(2).endsWith(",shop-one-line,,,,"), lines.get(2));
    assertFalse(reply.headers().containsKey("x-next-cursor"));
  }

  @Test
  void anAgentSeesTheOwnRowsAlone() {
    allAreSpokenTo();
    Caller bob = Staff.caller(RandomWorld.MERCHANT_ID, "agt_bob", Role.AGENT, "sto_1");

    JsonObject page =
        Json.readOwn(
            Objects.requireNonNull(world.listMessages().list(bob, Calls.get(Map.of())).body()));

    assertEquals(2, page.objects("items").size());
    assertEquals("agt_bob", page.objects("items").getFirst().text("agentId"));
    assertNull(page.objects("items").getFirst().text("referralId"));
  }
}
