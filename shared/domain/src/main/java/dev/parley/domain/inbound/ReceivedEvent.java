package dev.parley.domain.inbound;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MerchantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event of one webhook call, as it was received, between the webhook and the conversation.
 *
 * @param deliveryId names this delivery; it stays the same when the queue delivers the event again,
 *     and those of one call sort as they stood in it
 * @param eventId the platform's id of the event: the same for a repeated webhook call
 * @param sender the platform's id of the person or group; {@code null} for what concerns the
 *     channel itself
 * @param raw the event's JSON, exactly as it came
 */
public record ReceivedEvent(
    MerchantId merchantId,
    ChannelId channelId,
    ChannelType channelType,
    String deliveryId,
    String eventId,
    @Nullable String sender,
    Instant receivedAt,
    String raw) {}
