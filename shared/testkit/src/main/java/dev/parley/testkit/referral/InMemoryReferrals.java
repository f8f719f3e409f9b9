package dev.parley.testkit.referral;

import dev.parley.domain.id.ContactId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.ReferralId;
import dev.parley.domain.referral.LinkToken;
import dev.parley.domain.referral.Referral;
import dev.parley.domain.referral.Referrals;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Referrals in memory. */
public final class InMemoryReferrals implements Referrals {
  private final Map<ReferralId, Referral> byId = new ConcurrentHashMap<>();

  @Override
  public void add(Referral referral) {
    byId.putIfAbsent(referral.id(), referral);
  }

  @Override
  public Optional<Referral> find(LinkToken token) {
    return byId.values().stream().filter(referral -> referral.holds(token)).findAny();
  }

  @Override
  public Optional<Referral> find(MerchantId merchant, ReferralId id) {
    return Optional.ofNullable(byId.get(id)).filter(r -> r.merchantId().equals(merchant));
  }

  @Override
  public Map<ReferralId, Referral> findAll(MerchantId merchant, Collection<ReferralId> ids) {
    Map<ReferralId, Referral> found = new HashMap<>();
    ids.forEach(id -> find(merchant, id).ifPresent(referral -> found.put(id, referral)));
    return found;
  }

  @Override
  public List<ReferralId> sentTo(MerchantId merchant, ContactId contact, Instant from, Instant to) {
    return byId.values().stream()
        .filter(r -> r.merchantId().equals(merchant) && r.place().contactId().equals(contact))
        .filter(r -> !r.sentAt().isBefore(from) && !r.sentAt().isAfter(to))
        .map(Referral::id)
        .toList();
  }

  @Override
  public void revoke(Referral referral, int position, Instant at) {
    byId.computeIfPresent(referral.id(), (id, r) -> revoked(r, position, at));
  }

  private static Referral revoked(Referral r, int position, Instant at) {
    Map<Integer, Instant> revoked = new HashMap<>(r.revoked());
    revoked.putIfAbsent(position, at);
    return new Referral(
        r.id(),
        r.merchantId(),
        r.secret(),
        r.author(),
        r.place(),
        r.kind(),
        r.products(),
        r.messageId(),
        r.sentAt(),
        r.timeZone(),
        r.terms(),
        revoked);
  }
}
