package dev.parley.sandbox.chat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.web.Json;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** What stands in each chat (a channel with a user or a group), as a phone shows it. */
public final class Chats {
  private static final class Chat {
    private final Deque<ObjectNode> entries = new ArrayDeque<>();
    private long total;

    void add(ObjectNode entry) {
      if (entries.size() == KEPT) {
        entries.removeFirst();
      }
      entries.add(entry);
      total++;
    }
  }

  private static final int KEPT = 300;

  private final Lock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<String, Chat> chats = new LinkedHashMap<>();
  private long revision;

  /** Adds {@code {id, from: customer|shop, userId?, at, message}} or {@code {at, event}}. */
  public void add(String channelId, String chatId, ObjectNode entry) {
    lock.lock();
    try {
      chat(channelId, chatId).add(entry);
      touch();
    } finally {
      lock.unlock();
    }
  }

  public void unsend(String channelId, String chatId, String messageId) {
    change(channelId, chatId, messageId, entry -> entry.put("unsent", true).remove("message"));
  }

  public ArrayNode of(String channelId, String chatId) {
    lock.lock();
    try {
      ArrayNode copy = Json.array();
      chat(channelId, chatId).entries.forEach(entry -> copy.add(entry.deepCopy()));
      return copy;
    } finally {
      lock.unlock();
    }
  }

  /** Changes the entry of that message, if it stands there: whether it did. */
  public boolean change(
      String channelId, String chatId, String messageId, Consumer<ObjectNode> change) {
    lock.lock();
    try {
      boolean found = false;
      for (ObjectNode entry : chat(channelId, chatId).entries) {
        if (entry.path("id").asText().equals(messageId)) {
          change.accept(entry);
          found = true;
        }
      }
      touch();
      return found;
    } finally {
      lock.unlock();
    }
  }

  /** How much has ever stood in the chat, and what stands last: {@code {total, last?}}. */
  public ObjectNode summary(String channelId, String chatId) {
    lock.lock();
    try {
      Chat chat = chat(channelId, chatId);
      ObjectNode summary = Json.object().put("total", chat.total);
      if (!chat.entries.isEmpty()) {
        summary.set("last", chat.entries.getLast().deepCopy());
      }
      return summary;
    } finally {
      lock.unlock();
    }
  }

  /** Notes that something that a phone shows has changed. */
  public void touch() {
    lock.lock();
    try {
      revision++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until something changed after that revision, at most so long; the revision now. */
  public long await(long after, long millis) {
    long left = TimeUnit.MILLISECONDS.toNanos(millis);
    lock.lock();
    try {
      while (revision <= after && left > 0) {
        left = changed.awaitNanos(left);
      }
      return revision;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return revision;
    } finally {
      lock.unlock();
    }
  }

  private Chat chat(String channelId, String chatId) {
    return chats.computeIfAbsent(channelId + " " + chatId, key -> new Chat());
  }
}
