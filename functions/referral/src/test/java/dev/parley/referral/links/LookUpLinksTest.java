package dev.parley.referral.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.id.MerchantId;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.merchant.Role;
import dev.parley.domain.referral.LinkToken;
import dev.parley.domain.referral.Referral;
import dev.parley.referral.links.LookUpLinks.Revocation;
import dev.parley.testkit.merchant.Staff;
import dev.parley.testkit.referral.InMemoryClicks;
import dev.parley.testkit.referral.InMemoryFigures;
import dev.parley.testkit.referral.InMemoryReferrals;
import dev.parley.testkit.referral.Shop;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookUpLinksTest {
  private static final MerchantId MERCHANT = new MerchantId("mer_1");
  private static final Instant SENT = Instant.parse("2026-11-24T10:00:00Z");
  private static final Instant NOW = SENT.plusSeconds(60);

  private final InMemoryReferrals referrals = new InMemoryReferrals();
  private final LookUpLinks links =
      new LookUpLinks(referrals, new InMemoryClicks(new InMemoryFigures()));

  private LinkToken sentFor(@Nullable String store) {
    Referral referral = new Shop(MERCHANT).referral("agt_1", store, "cnt_1", SENT);
    referrals.add(referral);
    return referral.token(1);
  }

  private @Nullable Instant revokedAt(LinkToken token) {
    return referrals.find(token).orElseThrow().revokedAt(token.position());
  }

  private Revocation revoke(Caller caller, LinkToken token) {
    return links.revoke(caller, token.value(), NOW);
  }

  @ParameterizedTest
  @CsvSource({"agt_1, AGENT, sto_9", "agt_2, MANAGER, sto_1", "agt_3, OWNER, sto_9"})
  void itsAuthorItsStoresManagerAndAnOwnerRevokeALink(String agent, Role role, String store) {
    LinkToken token = sentFor("sto_1");

    Revocation done = revoke(Staff.caller(MERCHANT, agent, role, store), token);

    assertInstanceOf(Revocation.Revoked.class, done);
    assertEquals(NOW, revokedAt(token));
  }

  @ParameterizedTest
  @CsvSource({"agt_2, AGENT, sto_1", "agt_2, MANAGER, sto_2"})
  void nobodyElseRevokesIt(String agent, Role role, String store) {
    LinkToken token = sentFor("sto_1");
    Caller rival = Staff.caller(MERCHANT, agent, role, store);

    Revocation refused = revoke(rival, token);

    assertInstanceOf(Revocation.Others.class, refused);
    assertNull(revokedAt(token));
    assertTrue(links.find(MERCHANT, token.value()).isPresent());
  }

  @Test
  void aLinkThatCountsForNoStoreIsNoManagersButTheOwn() {
    LinkToken token = sentFor(null);

    assertInstanceOf(
        Revocation.Others.class,
        revoke(Staff.caller(MERCHANT, "agt_2", Role.MANAGER, "sto_1"), token));
    assertInstanceOf(
        Revocation.Revoked.class, revoke(Staff.caller(MERCHANT, "agt_1", Role.MANAGER), token));
  }

  @Test
  void anotherMerchantsLinkIsUnknown() {
    LinkToken token = sentFor("sto_1");
    Caller stranger = Staff.caller(new MerchantId("mer_2"), "agt_1", Role.OWNER, "sto_1");

    assertInstanceOf(Revocation.Unknown.class, revoke(stranger, token));
    assertNull(revokedAt(token));
  }
}
