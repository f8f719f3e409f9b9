package dev.parley.platforms;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.inbound.RawEvent;
import dev.parley.domain.inbound.ReceivedEvent;
import java.time.Instant;

/** Events as they come out of the inbound queue. */
public final class Received {
  /** When they reached us. */
  public static final Instant AT = Instant.parse("2026-11-24T12:00:00Z");

  private Received() {}

  public static ReceivedEvent of(ChannelType type, RawEvent event) {
    return new ReceivedEvent(
        new MerchantId("mer_1"),
        new ChannelId("shop-channel"),
        type,
        "dlv_1",
        event.id(),
        event.sender(),
        AT,
        event.json());
  }
}
