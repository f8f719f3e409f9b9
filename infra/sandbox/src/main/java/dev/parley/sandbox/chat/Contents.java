package dev.parley.sandbox.chat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The files that customers sent, as platforms give them out. */
public final class Contents {
  /** A file and its media type. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Content(String type, byte[] bytes) {}

  private static final int KEPT = 500;

  private final Map<String, Content> byMessage =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Content> eldest) {
          return size() > KEPT;
        }
      };

  public synchronized void put(String messageId, Content content) {
    byMessage.put(messageId, content);
  }

  public synchronized Optional<Content> find(String messageId) {
    return Optional.ofNullable(byMessage.get(messageId));
  }

  public synchronized void remove(String messageId) {
    byMessage.remove(messageId);
  }
}
