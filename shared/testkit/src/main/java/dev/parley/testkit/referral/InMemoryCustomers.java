package dev.parley.testkit.referral;

import dev.parley.domain.attribution.Customers;
import dev.parley.domain.attribution.Order;
import dev.parley.domain.attribution.Order.Identity;
import dev.parley.domain.attribution.OrderKey;
import dev.parley.domain.id.ContactId;
import dev.parley.domain.id.MerchantId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Contacts' orders and marks in memory. */
public final class InMemoryCustomers implements Customers {
  private record Person(MerchantId merchant, ContactId contact) {}

  private record Mark(MerchantId merchant, Identity identity) {}

  private final Map<Person, Map<OrderKey, Instant>> orders = new LinkedHashMap<>();
  private final Map<Mark, Set<ContactId>> contacts = new LinkedHashMap<>();
  private final Map<Mark, Set<OrderKey>> marked = new LinkedHashMap<>();

  @Override
  public synchronized void noteOrder(ContactId contact, Order order) {
    orders
        .computeIfAbsent(
            new Person(order.key().merchantId(), contact), person -> new LinkedHashMap<>())
        .merge(order.key(), order.placedBy(), (a, b) -> a.isAfter(b) ? a : b);
  }

  @Override
  public synchronized List<OrderKey> ordersFrom(
      MerchantId merchant, ContactId contact, Instant from) {
    return orders.getOrDefault(new Person(merchant, contact), Map.of()).entrySet().stream()
        .filter(order -> !order.getValue().isBefore(from))
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public synchronized void learn(MerchantId merchant, Identity identity, ContactId contact) {
    contacts
        .computeIfAbsent(new Mark(merchant, identity), mark -> new LinkedHashSet<>())
        .add(contact);
  }

  @Override
  public synchronized Set<ContactId> contacts(MerchantId merchant, Identity identity) {
    return Set.copyOf(contacts.getOrDefault(new Mark(merchant, identity), Set.of()));
  }

  @Override
  public synchronized void noteOrder(Identity identity, Order order) {
    marked
        .computeIfAbsent(
            new Mark(order.key().merchantId(), identity), mark -> new LinkedHashSet<>())
        .add(order.key());
  }

  @Override
  public synchronized List<OrderKey> orders(MerchantId merchant, Identity identity) {
    return List.copyOf(marked.getOrDefault(new Mark(merchant, identity), Set.of()));
  }
}
