package dev.parley.domain.conversation;

import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MessageId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a platform tells about how far our messages have come. */
public sealed interface Receipt {
  Progress progress();

  /**
   * All of our messages to the person up to a time have come so far.
   *
   * @param time by the platform's clock, inclusive
   */
  record UpTo(Instant time, Progress progress) implements Receipt {}

  /**
   * One message has come so far.
   *
   * @param at by the platform's clock
   * @param platformMessageId the platform's id of it
   * @param failure why, when it failed
   */
  record Of(
      ConversationId conversationId,
      MessageId messageId,
      Progress progress,
      Instant at,
      String platformMessageId,
      Message.@Nullable Failure failure)
      implements Receipt {}
}
