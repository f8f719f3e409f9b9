package dev.parley.admin.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.merchant.Role;
import dev.parley.json.Json;
import dev.parley.testkit.merchant.InMemoryMerchants;
import dev.parley.testkit.merchant.Staff;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeAgentTest {
  private final MerchantId merchant = new MerchantId("mer_1");
  private final Caller owner = Staff.caller(merchant, "agt_1", Role.OWNER);
  private final InMemoryMerchants staff =
      new InMemoryMerchants(InstantSource.fixed(Staff.HIRED_AT));
  private final ChangeAgent changing = new ChangeAgent(staff);

  @BeforeEach
  void hire() {
    staff.add(owner.merchant(), owner.agent(), Staff.key("key_1", "a key"));
  }

  private ChangeAgent.Outcome change(String id, String patch) {
    return change(owner, id, patch);
  }

  private ChangeAgent.Outcome change(Caller caller, String id, String patch) {
    return changing.change(caller, new AgentId(id), AgentFields.patch(Json.readOwn(patch)));
  }

  @Test
  void whatIsNotNamedStays() {
    staff.add(Staff.agent(merchant, "agt_2", Role.AGENT, "sto_1"));

    ChangeAgent.Outcome outcome = change("agt_2", "{\"code\":\"A7\"}");

    var changed = assertInstanceOf(ChangeAgent.Outcome.Changed.class, outcome).agent();
    assertEquals("A7", changed.code());
    assertEquals("agt_2@example.com", changed.email());
    assertEquals(Role.AGENT, changed.role());
    assertEquals(1, changed.storeIds().size());
  }

  @Test
  void nullTakesTheCodeAway() {
    staff.add(Staff.agent(merchant, "agt_2", Role.AGENT));
    change("agt_2", "{\"code\":\"A7\"}");

    ChangeAgent.Outcome outcome = change("agt_2", "{\"code\":null}");

    var changed = assertInstanceOf(ChangeAgent.Outcome.Changed.class, outcome).agent();
    assertEquals(null, changed.code());
  }

  @Test
  void theLastOwnerStays() {
    assertInstanceOf(ChangeAgent.Outcome.LastOwner.class, change("agt_1", "{\"role\":\"agent\"}"));
    assertInstanceOf(ChangeAgent.Outcome.LastOwner.class, change("agt_1", "{\"active\":false}"));
  }

  @Test
  void anOwnerBesideAnotherMayGo() {
    staff.add(Staff.agent(merchant, "agt_2", Role.OWNER));

    ChangeAgent.Outcome outcome = change("agt_1", "{\"active\":false}");

    assertInstanceOf(ChangeAgent.Outcome.Changed.class, outcome);
  }

  @Test
  void anotherMerchantsAgentIsUnknown() {
    assertInstanceOf(ChangeAgent.Outcome.Unknown.class, change("agt_9", "{\"name\":\"x\"}"));
  }

  @Test
  void aManagerChangesTheOwnStoresAgentsWithinThoseStores() {
    Caller manager = Staff.caller(merchant, "agt_2", Role.MANAGER, "sto_1", "sto_2");
    staff.add(Staff.agent(merchant, "agt_3", Role.AGENT, "sto_1"));
    staff.add(Staff.agent(merchant, "agt_4", Role.AGENT, "sto_1", "sto_3"));
    staff.add(Staff.agent(merchant, "agt_5", Role.AGENT, "sto_3"));

    assertInstanceOf(
        ChangeAgent.Outcome.Changed.class,
        change(manager, "agt_3", "{\"storeIds\":[\"sto_2\"],\"role\":\"manager\"}"));
    for (String patch :
        List.of("{\"storeIds\":[\"sto_3\"]}", "{\"storeIds\":[]}", "{\"role\":\"owner\"}")) {
      assertInstanceOf(ChangeAgent.Outcome.NotAllowed.class, change(manager, "agt_3", patch));
    }
    assertInstanceOf(
        ChangeAgent.Outcome.NotAllowed.class, change(manager, "agt_4", "{\"name\":\"x\"}"));
    assertInstanceOf(
        ChangeAgent.Outcome.Unknown.class, change(manager, "agt_5", "{\"name\":\"x\"}"));
  }
}
