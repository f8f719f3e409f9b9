package dev.parley.domain.report;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.ProductId;
import dev.parley.domain.id.StoreId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which cell of a merchant's report an amount belongs to; every grouping is a sum of cells. */
public sealed interface CellKey {
  /** The day, in the merchant's time zone. */
  LocalDate day();

  /** What one agent did on one channel, by the kind of links in it. */
  record Sales(
      LocalDate day,
      AgentId agentId,
      @Nullable StoreId storeId,
      ChannelId channelId,
      ChannelType channelType,
      LinkKind linkKind)
      implements CellKey {}

  /** What one agent did on one channel with one product. */
  record ProductSales(
      LocalDate day,
      ProductId productId,
      AgentId agentId,
      @Nullable StoreId storeId,
      ChannelId channelId)
      implements CellKey {}

  /** What the whole merchant sold, credited or not. */
  record AllOrders(LocalDate day) implements CellKey {}

  /** How a tracked link came into a message. */
  enum LinkKind {
    /** The message has no link. */
    NONE("none"),
    /** The agent picked the product. */
    PICKED("picked"),
    /** The agent typed the address of the product's page. */
    TYPED("typed");

    private final String wireName;

    LinkKind(String wireName) {
      this.wireName = wireName;
    }

    public String wireName() {
      return wireName;
    }
  }
}
