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
    assertInstanceOf(IssueKey.Outcome.UnknownAgent.class, issue(owner, "agt_9"));
  }

  @Test
  void anAgentHasAtMost50() {
    for (int i = 1; i < 50; i++) {
      issue(owner, "agt_1");
    }

    assertInstanceOf(IssueKey.Outcome.TooMany.class, issue(owner, "agt_1"));
  }

  @Test
  void aRevokedKeyOpensNothing() {
    var issued = assertInstanceOf(IssueKey.Outcome.Issued.class, issue(owner, "agt_1"));

    keyring.revoke(owner, new AgentId("agt_1"), issued.key().id());

    assertEquals(Optional.empty(), staff.find(issued.text()));
  }
}
