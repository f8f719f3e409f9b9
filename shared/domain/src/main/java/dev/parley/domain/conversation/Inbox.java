package dev.parley.domain.conversation;

import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.page.Page;
import dev.parley.domain.page.PageRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A merchant's conversations, the one with the newest message first. */
public interface Inbox {
  Page<Conversation> list(MerchantId merchant, Filter filter, PageRequest page);

  /**
   * Which conversations are asked for; {@code null} leaves a thing open.
   *
   * @param from the earliest time of the last message, inclusive
   * @param to the time before which the last message was
   */
  record Filter(
      Conversation.@Nullable Status status,
      @Nullable ChannelType channelType,
      @Nullable ChannelId channelId,
      @Nullable AgentId assigneeId,
      @Nullable Instant from,
      @Nullable Instant to) {
    public static final Filter ALL = new Filter(null, null, null, null, null, null);

    /** Returns whether no time is in it. */
    public boolean isEndedBeforeItBegins() {
      return from != null && to != null && from.isAfter(to);
    }
  }
}
