package dev.parley.referral.reports;

import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.ProductId;
import dev.parley.domain.id.StoreId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something single that a report counts, as a row of a list. */
interface Detail {
  ConversationId conversationId();

  /** Returns a text that sorts as the conversation's rows do, and names this one of them. */
  String key();

  AgentId agentId();

  @Nullable StoreId storeId();

  ChannelId channelId();

  List<ProductId> productIds();

  /** Returns the cells of the row: texts, truths, times and lists of texts. */
  List<@Nullable Object> cells();
}
