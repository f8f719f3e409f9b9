package dev.parley.chat.widget;

import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.Message.Direction;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.id.MessageId;
import dev.parley.platforms.widget.WidgetContents;
import java.time.Instant;
import java.util.Optional;

/** A message as a visitor may see it: without who of the shop's people wrote it. */
record ShownMessage(MessageId id, Direction direction, MessageContent content, Instant sentAt) {
  /** Returns the message, or empty while it is not sent or when there is nothing to show of it. */
  static Optional<ShownMessage> of(Message message) {
    MessageContent content = message.content();
    return content != null && WidgetContents.shows(content) && isSaid(message)
        ? Optional.of(
            new ShownMessage(message.id(), message.direction(), content, message.sentAt()))
        : Optional.empty();
  }

  private static boolean isSaid(Message message) {
    return switch (message.status()) {
      case RECEIVED, SENT, DELIVERED, READ -> true;
      case QUEUED, SENDING, FAILED -> false;
    };
  }
}
