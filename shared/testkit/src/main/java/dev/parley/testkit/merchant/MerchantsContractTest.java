package dev.parley.testkit.merchant;

import static dev.parley.testkit.merchant.Staff.agent;
import static dev.parley.testkit.merchant.Staff.key;
import static dev.parley.testkit.merchant.Staff.merchant;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.id.MerchantId;
import dev.parley.domain.merchant.Agent;
import dev.parley.domain.merchant.AgentKeys;
import dev.parley.domain.merchant.Agents;
import dev.parley.domain.merchant.ApiKey;
import dev.parley.domain.merchant.ApiKeys;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.merchant.Merchant;
import dev.parley.domain.merchant.Merchants;
import dev.parley.domain.merchant.Role;
import dev.parley.domain.page.Page;
import dev.parley.domain.page.PageRequest;
import java.security.SecureRandom;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What merchants with their agents and keys do, in memory or in a table. */
public abstract class MerchantsContractTest {
  protected static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  protected static final InstantSource CLOCK = InstantSource.fixed(NOW);

  private final SecureRandom random = new SecureRandom();
  private final MerchantId id = new MerchantId("mer_" + UUID.randomUUID());
  private final Agent owner = agent(id, "agt_1", Role.OWNER);
  private final Agent seller = agent(id, "agt_2", Role.AGENT, "sto_1");
  private final String ownerKey = text();

  protected abstract Merchants merchants();

  protected abstract Agents agents();

  protected abstract AgentKeys keys();

  protected abstract ApiKeys callers();

  private String text() {
    byte[] bits = new byte[32];
    random.nextBytes(bits);
    return "pk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  @BeforeEach
  void makeMerchant() {
    merchants().add(merchant(id), owner, key("key_1", ownerKey));
  }

  private @Nullable Caller caller(String text) {
    return callers().find(text).orElse(null);
  }

  @Test
  void aKeyFindsItsAgentAndMerchantWhole() {
    Caller caller = caller(ownerKey);

    assertEquals(new Caller(merchant(id), owner, Set.of()), caller);
  }

  @Test
  void anUnknownKeyFindsNobody() {
    assertNull(caller(text()));
    assertNull(caller("not a key"));
    assertNull(caller(""));
  }

  @Test
  void aMerchantIsMadeOnce() {
    ApiKey other = key("key_9", text());

    assertThrows(IllegalStateException.class, () -> merchants().add(merchant(id), owner, other));
  }

  @Test
  void aRevokedKeyFindsNobodyAtOnce() {
    String text = text();
    agents().add(seller);
    keys().issue(id, seller.id(), key("key_2", text, "products"));
    assertEquals(new Caller(merchant(id), seller, Set.of("products")), caller(text));

    boolean revoked = keys().revoke(id, seller.id(), "key_2");

    assertTrue(revoked);
    assertNull(caller(text));
    assertFalse(keys().revoke(id, seller.id(), "key_2"));
    assertEquals(List.of(), keys().of(id, seller.id()));
  }

  @Test
  void anExpiredKeyFindsNobody() {
    String text = text();

    keys().issue(id, owner.id(), new ApiKey("key_3", ApiKey.hashOf(text), NOW, Set.of()));

    assertNull(caller(text));
  }

  @Test
  void aKeyIssuedTwiceIsOne() {
    String text = text();
    ApiKey key = key("key_2", text);

    keys().issue(id, owner.id(), key);
    keys().issue(id, owner.id(), key);

    assertEquals(List.of(key), keys().of(id, owner.id()));
    assertEquals(new Caller(merchant(id), owner, Set.of()), caller(text));
  }

  @Test
  void aNewKeyEndsTheOneThatOpensTheSameAndNoOther() {
    String products = text();
    String again = text();
    keys().issue(id, owner.id(), key("key_2", products, "products"));

    keys().issue(id, owner.id(), key("key_3", again));

    assertNull(caller(ownerKey));
    assertEquals(new Caller(merchant(id), owner, Set.of()), caller(again));
    assertEquals(new Caller(merchant(id), owner, Set.of("products")), caller(products));
  }

  @Test
  void anotherMerchantsAgentIsNotFound() {
    MerchantId other = new MerchantId("mer_" + UUID.randomUUID());

    assertEquals(Optional.empty(), agents().find(other, owner.id()));
    assertEquals(Optional.empty(), agents().change(other, owner.id(), agent -> agent));
    assertFalse(keys().revoke(other, owner.id(), "key_1"));
    assertEquals(List.of(), keys().of(other, owner.id()));
  }

  @Test
  void whatChangesOfAnAgentItsKeysSayAtOnce() {
    String text = text();
    agents().add(seller);
    keys().issue(id, seller.id(), key("key_2", text));
    Agent manager = agent(id, "agt_2", Role.MANAGER, "sto_1", "sto_2");

    Optional<Agent> changed = agents().change(id, seller.id(), agent -> manager);

    assertEquals(Optional.of(manager), changed);
    assertEquals(new Caller(merchant(id), manager, Set.of()), caller(text));
  }

  @Test
  void anInactiveAgentsKeysFindNobody() {
    String text = text();
    agents().add(seller);
    keys().issue(id, seller.id(), key("key_2", text));

    agents().change(id, seller.id(), Staff::dismissed);

    assertNull(caller(text));
  }

  @Test
  void whatChangesOfAMerchantAllKeysSayAtOnce() {
    String text = text();
    agents().add(seller);
    keys().issue(id, seller.id(), key("key_2", text));
    Merchant before = merchant(id);
    Merchant renamed =
        new Merchant(
            id, "大店", before.timeZone(), before.currency(), before.locale(), DayOfWeek.MONDAY);

    Optional<Merchant> changed = merchants().change(id, merchant -> renamed);

    assertEquals(Optional.of(renamed), changed);
    assertEquals(Optional.of(renamed), merchants().find(id));
    assertEquals(new Caller(renamed, owner, Set.of()), caller(ownerKey));
    assertEquals(new Caller(renamed, seller, Set.of()), caller(text));
  }

  @Test
  void aMerchantWithMoreKeysThanOneTransactionHoldsChangesInAllOfThem() {
    List<String> texts = IntStream.range(0, 105).mapToObj(i -> text()).toList();
    for (int i = 0; i < texts.size(); i++) {
      keys().issue(id, owner.id(), key("key_" + (100 + i), texts.get(i), "area " + i));
    }
    Merchant before = merchant(id);
    Merchant moved =
        new Merchant(id, "大店", before.timeZone(), before.currency(), "th", before.weekStart());

    merchants().change(id, merchant -> moved);

    for (int i = 0; i < texts.size(); i++) {
      assertEquals(new Caller(moved, owner, Set.of("area " + i)), caller(texts.get(i)));
    }
  }

  @Test
  void agentsAreListedPageByPageInTheOrderInWhichTheyCame() {
    Agent third = agent(id, "agt_3", Role.AGENT);
    agents().add(seller);
    agents().add(third);

    Page<Agent> first = agents().list(id, new PageRequest(2, null));
    Page<Agent> rest = agents().list(id, new PageRequest(2, first.nextCursor()));

    assertEquals(List.of(owner, seller), first.items());
    assertEquals(List.of(third), rest.items());
    assertNull(rest.nextCursor());
  }

  @Test
  void anAgentAddedAgainStaysAsItIs() {
    agents().add(seller);

    agents().add(agent(id, "agt_2", Role.OWNER));

    assertEquals(Optional.of(seller), agents().find(id, seller.id()));
  }

  @Test
  void anOwnerBesideIsAnotherActiveOne() {
    agents().add(Staff.dismissed(agent(id, "agt_3", Role.OWNER)));
    assertFalse(agents().hasOwnerBeside(id, owner.id()));

    agents().add(agent(id, "agt_4", Role.OWNER));

    assertTrue(agents().hasOwnerBeside(id, owner.id()));
  }
}
