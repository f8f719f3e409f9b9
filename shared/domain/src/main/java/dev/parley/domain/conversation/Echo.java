package dev.parley.domain.conversation;

import java.time.Duration;

/**
 * What a platform tells the shop that the shop has said. Where it doesn't say who sent it, what we
 * handed over ourselves is told by its id, or by its words while no id is known.
 */
public record Echo(String platformMessageId, MessageContent content) {
  /** For so long before an echo what it echoes was handed over, at most. */
  public static final Duration BEFORE = Duration.ofMinutes(5);

  /** By so much our clock may be ahead of the platform's. */
  public static final Duration AFTER = Duration.ofMinutes(1);

  /** Returns whether it is an echo of this message of ours. */
  public boolean isOf(Message message) {
    if (message.direction() != Message.Direction.OUTBOUND || message.agentId() == null) {
      return false;
    }
    if (platformMessageId.equals(message.platformMessageId())) {
      return true;
    }
    MessageContent ours = message.content();
    return switch (ours) {
      case MessageContent.ProductCards cards -> echoesPart(cards);
      case null -> false;
      default -> message.platformMessageId() == null && echoes(ours);
    };
  }

  /** Cards go out after their words, under another id. */
  private boolean echoesPart(MessageContent.ProductCards cards) {
    return content instanceof MessageContent.Text(String text)
        ? text.equals(cards.text())
        : content instanceof MessageContent.Unknown;
  }

  private boolean echoes(MessageContent ours) {
    return content.equals(ours)
        || (ours instanceof MessageContent.Media sent
            && content instanceof MessageContent.Media media
            && sent.kind() == media.kind());
  }
}
