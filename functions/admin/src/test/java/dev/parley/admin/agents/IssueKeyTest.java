package dev.parley.admin.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.aws.id.RandomIds;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.Ids;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.merchant.Role;
import dev.parley.testkit.merchant.InMemoryMerchants;
import dev.parley.testkit.merchant.Staff;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IssueKeyTest {
  private static final InstantSource CLOCK = InstantSource.fixed(Staff.HIRED_AT);

  private final MerchantId merchant = new MerchantId("mer_1");
  private final Caller owner = Staff.caller(merchant, "agt_1", Role.OWNER);
  private final InMemoryMerchants staff = new InMemoryMerchants(CLOCK);
  private final IssueKey keyring = new IssueKey(staff, staff);

  @BeforeEach
  void hire() {
    staff.add(owner.merchant(), owner.agent(), Staff.key("key_1", "a key"));
  }

  private IssueKey.Outcome issue(Caller caller, String agent, String... scopes) {
    Ids ids = new RandomIds(CLOCK);
    return keyring.issue(caller, new AgentId(agent), null, Set.of(scopes), ids);
  }

  @Test
  void anIssuedKeyOpensWhatItIsFor() {
    IssueKey.Outcome outcome = issue(owner, "agt_1", "products:read");

    var issued = assertInstanceOf(IssueKey.Outcome.Issued.class, outcome);
    Optional<Caller> caller = staff.find(issued.text());
    assertTrue(issued.text().matches("pk_[A-Za-z0-9_-]{43}"));
    assertTrue(caller.orElseThrow().mayUse("products", true));
    assertEquals(false, caller.orElseThrow().mayUse("products", false));
    assertEquals(false, caller.orElseThrow().mayUse("agents", true));
  }

  @Test
  void aLimitedKeyIssuesNoWiderOne() {
    Caller limited = new Caller(owner.merchant(), owner.agent(), Set.of("agents", "products"));

    assertInstanceOf(IssueKey.Outcome.TooWide.class, issue(limited, "agt_1"));
    assertInstanceOf(IssueKey.Outcome.TooWide.class, issue(limited, "agt_1", "reports:read"));
    assertInstanceOf(IssueKey.Outcome.Issued.class, issue(limited, "agt_1", "products:read"));
  }

  @Test
  void anUnknownAgentGetsNone() {
    assertInstanceOf(IssueKey.Outcome.Unknown.class, issue(owner, "agt_9"));
  }

  @Test
  void anAgentHasAtMost50() {
    for (int i = 1; i < 50; i++) {
      issue(owner, "agt_1", "area " + i);
    }

    assertInstanceOf(IssueKey.Outcome.TooMany.class, issue(owner, "agt_1", "another area"));
    assertInstanceOf(IssueKey.Outcome.Issued.class, issue(owner, "agt_1", "area 7"));
  }

  @Test
  void aNewKeyEndsTheOneThatOpenedTheSame() {
    var first = assertInstanceOf(IssueKey.Outcome.Issued.class, issue(owner, "agt_1"));
    var other = assertInstanceOf(IssueKey.Outcome.Issued.class, issue(owner, "agt_1", "links"));

    var second = assertInstanceOf(IssueKey.Outcome.Issued.class, issue(owner, "agt_1"));

    assertEquals(Optional.empty(), staff.find(first.text()));
    assertTrue(staff.find(second.text()).isPresent());
    assertTrue(staff.find(other.text()).isPresent());
  }

  @Test
  void aManagerGivesKeysToTheOwnStoresAgentsAlone() {
    Caller manager = Staff.caller(merchant, "agt_2", Role.MANAGER, "sto_1");
    staff.add(Staff.agent(merchant, "agt_3", Role.AGENT, "sto_1"));
    staff.add(Staff.agent(merchant, "agt_4", Role.AGENT, "sto_1", "sto_2"));
    staff.add(Staff.agent(merchant, "agt_5", Role.OWNER, "sto_1"));
    staff.add(Staff.agent(merchant, "agt_6", Role.AGENT));

    assertInstanceOf(IssueKey.Outcome.Issued.class, issue(manager, "agt_3"));
    assertInstanceOf(IssueKey.Outcome.NotAllowed.class, issue(manager, "agt_4"));
    assertInstanceOf(IssueKey.Outcome.NotAllowed.class, issue(manager, "agt_5"));
    assertInstanceOf(IssueKey.Outcome.Unknown.class, issue(manager, "agt_6"));
  }

  @Test
  void anInactiveAgentGetsNone() {
    staff.change(merchant, new AgentId("agt_1"), Staff::dismissed);

    assertInstanceOf(IssueKey.Outcome.Inactive.class, issue(owner, "agt_1"));
    assertInstanceOf(
        IssueKey.Outcome.Revoked.class, keyring.revoke(owner, new AgentId("agt_1"), "key_1"));
  }

  @Test
  void aRevokedKeyOpensNothing() {
    var issued = assertInstanceOf(IssueKey.Outcome.Issued.class, issue(owner, "agt_1"));

    keyring.revoke(owner, new AgentId("agt_1"), issued.key().id());

    assertEquals(Optional.empty(), staff.find(issued.text()));
  }
}
