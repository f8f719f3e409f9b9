package dev.parley.platforms.meta;

import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.outbound.OutboundMessage;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What we send along with a message and Meta sends back with what becomes of it, so that a message
 * is known again even when the answer to its sending was lost.
 */
public record OwnReference(ConversationId conversationId, MessageId messageId) {
  private static final Pattern TEXT =
      Pattern.compile("(cnv_[0-9A-Za-z]{1,40})/(msg_[0-9A-Za-z]{1,40})");

  private static final Pattern PART = Pattern.compile(TEXT.pattern() + "/[0-9]");

  /** Returns the reference that the last part of the message carries. */
  public static String of(OutboundMessage message) {
    return message.conversationId().value() + "/" + message.id().value();
  }

  /**
   * Returns the reference of a part; only that of the last proves that the message is out.
   *
   * @param part from 0
   */
  public static String of(OutboundMessage message, int part, int parts) {
    return part == parts - 1 ? of(message) : of(message) + "/" + part;
  }

  /** Returns whether it is the reference of a part that others of ours followed. */
  public static boolean isOfPart(@Nullable String text) {
    return PART.matcher(text == null ? "" : text).matches();
  }

  public static Optional<OwnReference> read(@Nullable String text) {
    Matcher matcher = TEXT.matcher(text == null ? "" : text);
    return matcher.matches()
        ? Optional.of(
            new OwnReference(new ConversationId(matcher.group(1)), new MessageId(matcher.group(2))))
        : Optional.empty();
  }
}
