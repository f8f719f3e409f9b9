package dev.parley.domain.attribution;

import dev.parley.domain.attribution.Clicks.Outcome;
import dev.parley.domain.fault.TransientFault;
import dev.parley.domain.id.ContactId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.ReferralId;
import dev.parley.domain.report.Count;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Records clicks with what they count, each once however often it is delivered, and credits the
 * orders that came before their click was known.
 */
public final class RecordClicks {
  private static final int TRIES = 10;

  private final Clicks clicks;
  private final Customers customers;
  private final AttributeOrder attributeOrder;

  public RecordClicks(Clicks clicks, Customers customers, AttributeOrder attributeOrder) {
    this.clicks = clicks;
    this.customers = customers;
    this.attributeOrder = attributeOrder;
  }

  public void record(List<Click> delivered) {
    List<Click> left = distinct(delivered);
    for (int i = 0; i < TRIES && !left.isEmpty(); i++) {
      left = tried(left);
    }
    if (!left.isEmpty()) {
      throw new TransientFault("Clicks kept being overtaken");
    }
    creditLaterOrders(delivered);
  }

  private static List<Click> distinct(List<Click> clicks) {
    Map<String, Click> byId = new LinkedHashMap<>();
    clicks.forEach(click -> byId.putIfAbsent(click.id(), click));
    return List.copyOf(byId.values());
  }

  /** Returns what is still to be recorded. */
  private List<Click> tried(List<Click> batch) {
    Map<ReferralId, List<Click>> byReferral =
        batch.stream().collect(Collectors.groupingBy(Click::referralId));
    Map<ReferralId, Openings> before = clicks.openings(byReferral.keySet());
    Map<ReferralId, Openings> known = new HashMap<>();
    Map<ReferralId, Openings> after = new HashMap<>();
    Map<MerchantId, List<Count>> counts = new HashMap<>();
    byReferral.forEach(
        (referral, ofReferral) -> {
          Openings openings = before.getOrDefault(referral, Openings.NONE);
          known.put(referral, openings);
          after.put(referral, openings.with(ofReferral));
          counts
              .computeIfAbsent(ofReferral.getFirst().merchantId(), id -> new ArrayList<>())
              .addAll(openings.counts(ofReferral));
        });
    return switch (clicks.record(new Clicks.Batch(batch, known, after, counts))) {
      case Outcome.Recorded r -> List.of();
      case Outcome.Known k ->
          batch.stream().filter(click -> !k.clickIds().contains(click.id())).toList();
      case Outcome.Overtaken o -> batch;
    };
  }

  private record Person(MerchantId merchantId, ContactId contactId) {}

  private void creditLaterOrders(Collection<Click> delivered) {
    Map<Person, Instant> oldest = new LinkedHashMap<>();
    delivered.forEach(
        click ->
            oldest.merge(
                new Person(click.merchantId(), click.contactId()),
                click.at(),
                (a, b) -> a.isBefore(b) ? a : b));
    oldest.forEach(
        (person, at) ->
            customers
                .ordersFrom(person.merchantId(), person.contactId(), at)
                .forEach(attributeOrder::attribute));
  }
}
