package dev.parley.domain.attribution;

import dev.parley.domain.attribution.Order.Identity;
import dev.parley.domain.id.ContactId;
import dev.parley.domain.id.MerchantId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Which orders are a contact's, and which marks of customers are. */
public interface Customers {
  /** Notes that the order may be the contact's. */
  void noteOrder(ContactId contact, Order order);

  /** Returns the contact's orders that may have been placed at the time or later. */
  List<OrderKey> ordersFrom(MerchantId merchant, ContactId contact, Instant from);

  /** Learns that the mark is the contact's. */
  void learn(MerchantId merchant, Identity identity, ContactId contact);

  /** Returns whose mark it is, as known now. */
  Set<ContactId> contacts(MerchantId merchant, Identity identity);

  /** Notes that the order carries the mark, and no token. */
  void noteOrder(Identity identity, Order order);

  /** Returns the orders that carry the mark and no token. */
  List<OrderKey> orders(MerchantId merchant, Identity identity);
}
