package dev.parley.referral;

import dev.parley.aws.referral.OrderItems;
import dev.parley.aws.stream.StreamHandler;
import dev.parley.domain.attribution.AttributeOrder;
import jakarta.inject.Inject;
import java.util.function.Consumer;

/** Credits each order that came or changed. */
public final class AttributeOrdersHandler extends StreamHandler {
  @Inject AttributeOrder attributeOrder;

  @Override
  protected Consumer<Change> begin() {
    return change -> attributeOrder.attribute(OrderItems.key(change.keys()));
  }
}
