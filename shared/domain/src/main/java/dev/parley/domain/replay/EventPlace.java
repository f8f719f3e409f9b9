package dev.parley.domain.replay;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import org.jspecify.annotations.Nullable;

/**
 * Where raw events are kept: with the messages of a conversation, or, when they belong to none,
 * under their channel.
 *
 * @param conversationId {@code null}: under the channel
 * @param position where a walk over the conversations goes on after this one; {@code null}: at its
 *     beginning
 */
public record EventPlace(
    MerchantId merchantId,
    ChannelId channelId,
    ChannelType channelType,
    @Nullable ConversationId conversationId,
    @Nullable String position) {
  public static EventPlace of(MerchantId merchant, ChannelId channel, ChannelType type) {
    return new EventPlace(merchant, channel, type, null, null);
  }
}
