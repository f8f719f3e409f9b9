package dev.parley.domain.conversation;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.Ulids;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that was said between a merchant and one person, or group, on one channel: the head that
 * lists show.
 *
 * @param recipient the platform's id of the person or group: where answers go
 * @param lastMessageAt the platform's time of the newest message
 * @param unreadCount what the person said since an agent last read or answered
 * @param lastContact when the person last was in touch
 * @param replyToken what answers without cost, while it is fresh
 * @param watermarks up to when our messages have been delivered and read
 */
public record Conversation(
    ConversationId id,
    MerchantId merchantId,
    ChannelId channelId,
    ChannelType channelType,
    String recipient,
    ContactSummary contact,
    Status status,
    @Nullable AgentId assigneeId,
    Instant lastMessageAt,
    @Nullable String lastMessagePreview,
    long unreadCount,
    LastContact lastContact,
    @Nullable ReplyToken replyToken,
    Watermarks watermarks) {

  /** Returns the id of the one conversation with this person or group on this channel. */
  public static ConversationId idOf(ChannelId channel, String recipient) {
    return new ConversationId("cnv_" + Ulids.named(channel.value() + "\n" + recipient));
  }

  /** Whether somebody still has to do with it. */
  public enum Status {
    OPEN,
    CLOSED
  }
}
