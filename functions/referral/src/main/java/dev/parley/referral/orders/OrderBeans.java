package dev.parley.referral.orders;

import dev.parley.domain.attribution.AttributeOrder;
import dev.parley.domain.attribution.Clicks;
import dev.parley.domain.attribution.Credits;
import dev.parley.domain.attribution.Customers;
import dev.parley.domain.attribution.FindCandidates;
import dev.parley.domain.attribution.Orders;
import dev.parley.domain.referral.Referrals;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** The beans behind orders and their credit. */
@Factory
public class OrderBeans {
  @Singleton
  IngestOrders ingestOrders(Orders orders) {
    return new IngestOrders(orders);
  }

  @Singleton
  FindCandidates findCandidates(Referrals referrals, Clicks clicks, Customers customers) {
    return new FindCandidates(referrals, clicks, customers);
  }

  @Singleton
  AttributeOrder attributeOrder(Orders orders, Credits credits, FindCandidates candidates) {
    return new AttributeOrder(orders, credits, candidates);
  }
}
