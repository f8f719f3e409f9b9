package dev.parley.admin.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.merchant.Agent;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.merchant.Role;
import dev.parley.domain.page.PageRequest;
import dev.parley.testkit.merchant.InMemoryMerchants;
import dev.parley.testkit.merchant.Staff;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FindAgentsTest {
  private final MerchantId merchant = new MerchantId("mer_1");
  private final Agent first = Staff.agent(merchant, "agt_2", Role.AGENT, "sto_1", "sto_2");
  private final Agent second = Staff.agent(merchant, "agt_3", Role.AGENT, "sto_3");
  private final InMemoryMerchants staff =
      new InMemoryMerchants(InstantSource.fixed(Staff.HIRED_AT));
  private final FindAgents finding = new FindAgents(staff);

  @BeforeEach
  void hire() {
    staff.add(first);
    staff.add(second);
  }

  private List<Agent> listedTo(Caller caller) {
    return finding.list(caller, new PageRequest(10, null)).items();
  }

  @Test
  void anOwnerSeesAll() {
    assertEquals(List.of(first, second), listedTo(Staff.caller(merchant, "agt_1", Role.OWNER)));
  }

  @Test
  void aManagerSeesThoseOfTheOwnStores() {
    Caller manager = Staff.caller(merchant, "agt_9", Role.MANAGER, "sto_2");

    assertEquals(List.of(first), listedTo(manager));
    assertEquals(Optional.of(first), finding.find(manager, first.id()));
    assertEquals(Optional.empty(), finding.find(manager, second.id()));
  }

  @Test
  void nobodySeesAnotherMerchants() {
    Caller stranger = Staff.caller(new MerchantId("mer_2"), "agt_1", Role.OWNER);

    assertEquals(List.of(), listedTo(stranger));
    assertEquals(Optional.empty(), finding.find(stranger, new AgentId("agt_2")));
  }
}
