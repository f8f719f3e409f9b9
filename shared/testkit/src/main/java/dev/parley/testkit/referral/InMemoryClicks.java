package dev.parley.testkit.referral;

import dev.parley.domain.attribution.Click;
import dev.parley.domain.attribution.Clicks;
import dev.parley.domain.attribution.Openings;
import dev.parley.domain.id.ContactId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.ReferralId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Clicks in memory. */
public final class InMemoryClicks implements Clicks {
  private final Map<String, Click> clicks = new LinkedHashMap<>();
  private final Map<ReferralId, Openings> openings = new HashMap<>();
  private final InMemoryFigures figures;

  public InMemoryClicks(InMemoryFigures figures) {
    this.figures = figures;
  }

  @Override
  public synchronized Map<ReferralId, Openings> openings(Collection<ReferralId> referrals) {
    Map<ReferralId, Openings> found = new HashMap<>(openings);
    found.keySet().retainAll(referrals);
    return found;
  }

  @Override
  public synchronized Outcome record(Batch batch) {
    Set<String> known = new HashSet<>();
    batch.clicks().stream().map(Click::id).filter(clicks::containsKey).forEach(known::add);
    if (!known.isEmpty()) {
      return new Outcome.Known(known);
    }
    for (var before : batch.before().entrySet()) {
      if (!openings.getOrDefault(before.getKey(), Openings.NONE).equals(before.getValue())) {
        return new Outcome.Overtaken();
      }
    }
    batch.clicks().forEach(click -> clicks.put(click.id(), click));
    openings.putAll(batch.after());
    batch.counts().forEach(figures::add);
    return new Outcome.Recorded();
  }

  @Override
  public synchronized List<Fact> of(MerchantId merchant, ContactId contact, Instant from) {
    return clicks.values().stream()
        .filter(c -> c.merchantId().equals(merchant) && c.contactId().equals(contact))
        .filter(click -> !click.at().isBefore(from))
        .sorted(Comparator.comparing(Click::at).thenComparing(Click::id))
        .map(click -> new Fact(click.id(), click.referralId(), click.position(), click.at()))
        .toList();
  }
}
