package dev.parley.referral;

import dev.parley.aws.referral.OrderItems;
import dev.parley.aws.stream.StreamHandler;
import dev.parley.domain.attribution.AttributeOrder;
import jakarta.inject.Inject;

/** Credits each order that came or changed. */
public final class AttributeOrdersHandler extends StreamHandler {
  @Inject AttributeOrder attributeOrder;

  @Override
  protected void handle(Change change) {
    attributeOrder.attribute(OrderItems.key(change.keys()));
  }
}
