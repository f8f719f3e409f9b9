package dev.parley.domain.channel;

import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.StoreId;
import org.jspecify.annotations.Nullable;

/**
 * A merchant's account on a chat platform.
 *
 * @param storeId the store that the channel belongs to, if it belongs to one
 */
public record Channel(
    ChannelId id,
    MerchantId merchantId,
    ChannelType type,
    String name,
    @Nullable StoreId storeId) {}
