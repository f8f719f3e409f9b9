package dev.parley.domain.conversation;

import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import java.time.Instant;
import java.util.Optional;

/** How far our messages have come; whatever is told, late or again, only ever moves them on. */
public interface Receipts {
  /** Keeps how far all messages of the conversation up to a time have come. */
  void keep(MerchantId merchant, ConversationId conversation, Receipt.UpTo receipt);

  /**
   * Keeps how far the message has come; one whose sending ended without an answer is sent by it,
   * shown as the conversation's last, and counted. One that isn't there is left out.
   */
  void keep(MerchantId merchant, Receipt.Of receipt);

  /**
   * Returns the message of ours that the platform echoes, among those of the minutes before.
   *
   * @param at the platform's time of the echo
   */
  Optional<Echo.Found> echoed(
      MerchantId merchant, ConversationId conversation, Instant at, Echo echo);
}
