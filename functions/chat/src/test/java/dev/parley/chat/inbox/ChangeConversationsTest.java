package dev.parley.chat.inbox;

import static dev.parley.chat.inbox.Heads.CALLER;
import static dev.parley.chat.inbox.Heads.MERCHANT;
import static dev.parley.chat.inbox.Heads.STRANGER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.http.UnknownId;
import dev.parley.chat.Calls;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Conversation.Status;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.input.FieldError;
import dev.parley.domain.merchant.Agent;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.merchant.Role;
import dev.parley.json.JsonObject;
import dev.parley.testkit.chat.InMemoryConversations;
import dev.parley.testkit.merchant.InMemoryMerchants;
import dev.parley.testkit.merchant.Staff;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ChangeConversationsTest {
  private final InMemoryConversations conversations = new InMemoryConversations();
  private final InMemoryMerchants staff = new InMemoryMerchants(InstantSource.system());
  private final ChangeConversations changing = new ChangeConversations(conversations, staff);

  @BeforeEach
  void oneConversationAndThreeAgents() {
    conversations.put(Heads.head("cnv_1", 0));
    staff.add(Staff.agent(MERCHANT, "agt_1", Role.AGENT));
    staff.add(Staff.agent(STRANGER.merchantId(), "agt_2", Role.AGENT));
    Agent gone = Staff.agent(MERCHANT, "agt_3", Role.AGENT);
    staff.add(
        new Agent(
            gone.id(),
            MERCHANT,
            gone.name(),
            gone.email(),
            gone.role(),
            null,
            List.of(),
            false,
            gone.createdAt()));
  }

  private HttpReply assign(Caller caller, String id, String body) {
    return changing.assign(caller, Calls.at("id", id, body));
  }

  private Conversation stored() {
    return conversations.find(MERCHANT, new ConversationId("cnv_1")).orElseThrow();
  }

  @Test
  void aConversationIsHandedToAnAgent() {
    HttpReply reply = assign(CALLER, "cnv_1", "{\"agentId\":\"agt_1\"}");

    JsonObject answered = Calls.json(reply);
    assertEquals(200, reply.status());
    assertEquals("agt_1", answered.text("assigneeId"));
    assertEquals("cnv_1", answered.text("id"));
    assertEquals(new AgentId("agt_1"), stored().assigneeId());
  }

  @Test
  void aConversationIsHandedToNobody() {
    assign(CALLER, "cnv_1", "{\"agentId\":\"agt_1\"}");

    HttpReply reply = assign(CALLER, "cnv_1", "{\"agentId\":null}");

    assertEquals(200, reply.status());
    assertEquals(Heads.head("cnv_1", 0), stored());
  }

  @ParameterizedTest
  @CsvSource({"agt_2,another merchant's", "agt_3,one who left", "agt_9,nobody"})
  void itIsHandedToNobodyButAnActiveAgentOfTheMerchant(String agent, String who) {
    HttpReply reply = assign(CALLER, "cnv_1", "{\"agentId\":\"" + agent + "\"}");

    var problem = reply.problem();
    assertNotNull(problem, who);
    assertEquals(400, reply.status());
    assertEquals(List.of("/agentId"), problem.errors().stream().map(FieldError::pointer).toList());
    assertEquals(Heads.head("cnv_1", 0), stored());
  }

  @ParameterizedTest
  @CsvSource({
    "{}, /agentId",
    "'{\"agentId\":7}', /agentId",
    "'{\"agentId\":\"agt_1\",\"x\":1}', /x"
  })
  void aBodyThatIsWrongIsRefused(String body, String pointer) {
    assertEquals(List.of(pointer), Calls.refused(() -> assign(CALLER, "cnv_1", body)));
  }

  @Test
  void itIsClosedAndOpenedAgain() {
    JsonObject closed =
        Calls.json(changing.setStatus(CALLER, Calls.at("id", "cnv_1"), Status.CLOSED));
    JsonObject again =
        Calls.json(changing.setStatus(CALLER, Calls.at("id", "cnv_1"), Status.CLOSED));
    JsonObject opened =
        Calls.json(changing.setStatus(CALLER, Calls.at("id", "cnv_1"), Status.OPEN));

    assertEquals("closed", closed.text("status"));
    assertEquals(closed, again);
    assertEquals("open", opened.text("status"));
    assertEquals(new BigDecimal(2), closed.number("unreadCount"));
  }

  @ParameterizedTest
  @CsvSource({"'{\"x\":1}', /x", "'{\"agentId\":\"agt_1\"}', /agentId"})
  void whatNeedsNoBodyTakesNoFields(String body, String pointer) {
    HttpCall call = Calls.at("id", "cnv_1", body);

    assertEquals(
        List.of(pointer), Calls.refused(() -> changing.setStatus(CALLER, call, Status.CLOSED)));
    assertEquals(List.of(pointer), Calls.refused(() -> changing.markRead(CALLER, call)));
    assertEquals(Heads.head("cnv_1", 0), stored());
  }

  @Test
  void whatIsReadIsNotUnread() {
    JsonObject read = Calls.json(changing.markRead(CALLER, Calls.at("id", "cnv_1")));

    assertEquals(BigDecimal.ZERO, read.number("unreadCount"));
    assertEquals(0, stored().unreadCount());
  }

  @ParameterizedTest
  @ValueSource(strings = {"cnv_9", "../cnv_1"})
  void aConversationThatIsNotThereIsNotFound(String id) {
    assertEquals(404, assign(CALLER, id, "{\"agentId\":\"agt_1\"}").status());
    assertEquals(404, changing.setStatus(CALLER, Calls.at("id", id), Status.CLOSED).status());
    assertEquals(404, changing.markRead(CALLER, Calls.at("id", id)).status());
  }

  @Test
  void anIdThatIsNoneIsUnknown() {
    assertThrows(UnknownId.class, () -> changing.markRead(CALLER, Calls.at("id", "")));
  }

  @Test
  void anotherMerchantsConversationIsNotFound() {
    assertEquals(404, assign(STRANGER, "cnv_1", "{\"agentId\":\"agt_2\"}").status());
    assertEquals(404, changing.markRead(STRANGER, Calls.at("id", "cnv_1")).status());
    assertEquals(Heads.head("cnv_1", 0), stored());
  }

  @Test
  void refusesQueriesThatTheRoutesDoNotHave() {
    assertEquals(
        List.of("x"),
        Calls.refused(() -> changing.markRead(CALLER, Calls.at("id", "cnv_1", Map.of("x", "1")))));
  }
}
