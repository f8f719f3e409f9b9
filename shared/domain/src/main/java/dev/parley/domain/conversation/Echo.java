package dev.parley.domain.conversation;

import dev.parley.domain.conversation.Message.Direction;
import dev.parley.domain.conversation.Message.Failure;
import dev.parley.domain.conversation.MessageContent.Media;
import dev.parley.domain.conversation.MessageContent.ProductCards;
import dev.parley.domain.conversation.MessageContent.Text;
import dev.parley.domain.conversation.MessageContent.Unknown;
import dev.parley.domain.id.MessageId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a platform tells the shop that the shop has said.
 *
 * @param byWords whether the platform leaves out what we sent along: then ours are known by their
 *     words while no id of theirs is
 */
public record Echo(String platformMessageId, MessageContent content, boolean byWords) {
  /** For so long before an echo what it echoes was queued, at most. */
  public static final Duration BEFORE = Duration.ofMinutes(30);

  /** By so much our clock may be ahead of the platform's. */
  public static final Duration AFTER = Duration.ofMinutes(1);

  /** A message of ours that is echoed. */
  public sealed interface Found {
    /** The platform has the message. */
    record Whole(MessageId id) implements Found {}

    /** Something that went out with a message of ours before the rest of it. */
    record Part() implements Found {}
  }

  /**
   * Returns which of the messages it echoes.
   *
   * @param messages the oldest first
   */
  public Optional<Found> find(List<Message> messages) {
    List<Message> ours =
        messages.stream()
            .filter(message -> message.direction() == Direction.OUTBOUND)
            .filter(message -> message.agentId() != null)
            .toList();
    Optional<Found> known =
        ours.stream()
            .filter(message -> platformMessageId.equals(message.platformMessageId()))
            .findFirst()
            .map(message -> new Found.Whole(message.id()));
    return known.or(() -> byWords ? findByWords(ours) : Optional.empty());
  }

  private Optional<Found> findByWords(List<Message> ours) {
    return ours.stream()
        .filter(message -> isUnderWay(message) && isWhole(message.content()))
        .findFirst()
        .<Found>map(message -> new Found.Whole(message.id()))
        .or(() -> ours.stream().filter(this::isPart).findFirst().map(message -> new Found.Part()));
  }

  /** Nobody knows yet what the platform made of it. */
  private static boolean isUnderWay(Message message) {
    Failure failure = message.failure();
    return message.platformMessageId() == null && failure != null && failure.isOpen();
  }

  private boolean isWhole(@Nullable MessageContent ours) {
    return switch (ours) {
      case ProductCards cards -> content instanceof Unknown;
      case Media sent -> content instanceof Media media && sent.kind() == media.kind();
      case null -> false;
      default -> content.equals(ours);
    };
  }

  /** Cards go out after their words. */
  private boolean isPart(Message message) {
    return message.content() instanceof ProductCards cards
        && content instanceof Text(String text)
        && text.equals(cards.text());
  }
}
