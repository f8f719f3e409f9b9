package dev.parley.aws.forward;

import dev.parley.aws.item.Item;
import dev.parley.domain.forward.Target;
import dev.parley.domain.forward.TargetHealth;
import dev.parley.domain.forward.TargetHealth.Disabled;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.EndpointId;
import java.util.Objects;

/** Targets and how they fare, as parts of items. */
final class TargetItems {
  static final String ENDPOINT_ID = "endpointId";
  static final String CHANNEL_ID = "channelId";
  static final String URL = "url";
  static final String FAILURES = "failures";
  static final String FAILING_SINCE = "failingSince";
  static final String LAST_FAILURE_AT = "lastFailureAt";
  static final String DISABLED_REASON = "disabledReason";
  static final String DISABLED_AT = "disabledAt";

  private TargetItems() {}

  static Item target(Target target) {
    return switch (target) {
      case Target.Endpoint endpoint -> Item.empty().text(ENDPOINT_ID, endpoint.id().value());
      case Target.Forward forward ->
          Item.empty().text(CHANNEL_ID, forward.channelId().value()).text(URL, forward.url());
    };
  }

  static Target target(Item item) {
    String endpoint = item.optionalText(ENDPOINT_ID);
    return endpoint == null
        ? new Target.Forward(new ChannelId(item.text(CHANNEL_ID)), item.text(URL))
        : new Target.Endpoint(new EndpointId(endpoint));
  }

  static TargetHealth health(Item item) {
    String reason = item.optionalText(DISABLED_REASON);
    return new TargetHealth(
        Objects.requireNonNullElse(item.optionalNumber(FAILURES), 0L),
        item.optionalTime(FAILING_SINCE),
        item.optionalTime(LAST_FAILURE_AT),
        reason == null ? null : new Disabled(reason, item.time(DISABLED_AT)));
  }
}
