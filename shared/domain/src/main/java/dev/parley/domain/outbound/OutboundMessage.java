package dev.parley.domain.outbound;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.ReplyToken;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.id.ReferralId;
import dev.parley.domain.report.Count;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way from an agent to a platform.
 *
 * @param recipient the platform's id of the person or group
 * @param humanAgent whether the agent says to the platform that a person answers by hand, which
 *     some allow for longer
 * @param replyToken the conversation's reply token as it stood when the message was queued, if
 *     there was one
 * @param locale the language that what we add to the content is in: the merchant's
 * @param referralId the referral whose links it carries, if any
 * @param counts what the reports count once the platform has taken it
 */
public record OutboundMessage(
    MessageId id,
    MerchantId merchantId,
    ConversationId conversationId,
    ChannelId channelId,
    ChannelType channelType,
    String recipient,
    boolean humanAgent,
    @Nullable ReplyToken replyToken,
    MessageContent content,
    String locale,
    AgentId agentId,
    @Nullable ReferralId referralId,
    Instant queuedAt,
    List<Count> counts) {
  public OutboundMessage {
    counts = List.copyOf(counts);
  }
}
