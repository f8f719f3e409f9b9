package dev.parley.referral.links;

import dev.parley.domain.attribution.AttributeOrder;
import dev.parley.domain.attribution.ClickQueue;
import dev.parley.domain.attribution.Clicks;
import dev.parley.domain.attribution.Customers;
import dev.parley.domain.attribution.ParkedClicks;
import dev.parley.domain.attribution.RecordClicks;
import dev.parley.domain.referral.Referrals;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** The beans behind tracked links. */
@Factory
public class LinkBeans {
  @Singleton
  FollowLinks followLinks(Referrals referrals, ClickQueue clicks, ParkedClicks parked) {
    return new FollowLinks(referrals, clicks, parked);
  }

  @Singleton
  LookUpLinks lookUpLinks(Referrals referrals, Clicks clicks) {
    return new LookUpLinks(referrals, clicks);
  }

  @Singleton
  RecordClicks recordClicks(Clicks clicks, Customers customers, AttributeOrder attributeOrder) {
    return new RecordClicks(clicks, customers, attributeOrder);
  }
}
