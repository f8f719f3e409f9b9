package dev.parley.sandbox.line;

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

/** What stands in each chat (a channel with a user or a group), as a phone shows it. */
final class Chats {
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
  void add(String channelId, String chatId, ObjectNode entry) {
    lock.lock();
    try {
      chat(channelId, chatId).add(entry);
      touch();
    } finally {
      lock.unlock();
    }
  }

  void unsend(String channelId, String chatId, String messageId) {
    lock.lock();
    try {
      for (ObjectNode entry : chat(channelId, chatId).entries) {
        if (entry.path("id").asText().equals(messageId)) {
          entry.put("unsent", true);
          entry.remove("message");
        }
      }
      touch();
    } finally {
      lock.unlock();
    }
  }

  ArrayNode of(String channelId, String chatId) {
    lock.lock();
    try {
      ArrayNode copy = Json.array();
      chat(channelId, chatId).entries.forEach(entry -> copy.add(entry.deepCopy()));
      return copy;
    } finally {
      lock.unlock();
    }
  }

  /** How much has ever stood in the chat, and what stands last: {@code {total, last?}}. */
  ObjectNode summary(String channelId, String chatId) {
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
  void touch() {
    lock.lock();
    try {
      revision++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until something changed after that revision, at most so long; the revision now. */
  long await(long after, long millis) {
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
