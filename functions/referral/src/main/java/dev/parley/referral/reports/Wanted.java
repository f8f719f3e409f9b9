package dev.parley.referral.reports;

import dev.parley.aws.http.QueryFields;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.ProductId;
import dev.parley.domain.id.StoreId;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Which rows of a list are asked for; {@code null} leaves a thing open. */
record Wanted(
    @Nullable String agentId,
    @Nullable String channelId,
    @Nullable String storeId,
    @Nullable String productId) {
  static Wanted read(QueryFields query) {
    return new Wanted(
        query.text("agentId"),
        query.text("channelId"),
        query.text("storeId"),
        query.text("productId"));
  }

  boolean holds(
      AgentId agent, ChannelId channel, @Nullable StoreId store, Collection<ProductId> products) {
    return (agentId == null || agentId.equals(agent.value()))
        && (channelId == null || channelId.equals(channel.value()))
        && (storeId == null || (store != null && storeId.equals(store.value())))
        && (productId == null || products.contains(new ProductId(productId)));
  }
}
