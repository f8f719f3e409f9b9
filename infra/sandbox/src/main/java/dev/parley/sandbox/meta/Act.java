package dev.parley.sandbox.meta;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.chat.Chats;
import java.time.Duration;

/**
 * Something done in a chat: the id of its message, the event that the webhook hears, how long the
 * account may write because of it (zero: no longer than before), and what it leaves in the chat.
 */
public record Act(String id, ObjectNode event, Duration opens, Trace trace) {
  /** What an act leaves in a chat. */
  @FunctionalInterface
  public interface Trace {
    void leave(Chats chats, String accountId, String personId);
  }

  /** The time that customers' messages give everywhere. */
  public static final Duration DAY = Duration.ofHours(24);

  /** Leaves nothing. */
  public static void noTrace(Chats chats, String accountId, String personId) {}
}
