package dev.parley.testkit.chat;

import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.Messages;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.page.Page;
import dev.parley.domain.page.PageRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The messages of conversations, in memory. */
public final class InMemoryMessages implements Messages {
  private final Map<MessageId, String> sequences = new HashMap<>();
  private final Map<String, NavigableMap<String, Message>> conversations = new HashMap<>();

  @Override
  public Page<Message> newest(MerchantId merchant, ConversationId conversation, PageRequest page) {
    NavigableMap<String, Message> all = of(merchant, conversation);
    String cursor = page.cursor();
    List<Message> left =
        new ArrayList<>(
            (cursor == null ? all : all.headMap(cursor, false)).descendingMap().values());
    List<Message> items = left.subList(0, Math.min(left.size(), page.limit()));
    String last = left.size() > items.size() ? items.getLast().id().value() : null;
    return new Page<>(items.stream().sorted(came().reversed()).toList(), last);
  }

  @Override
  public Page<Message> oldest(MerchantId merchant, ConversationId conversation, PageRequest page) {
    NavigableMap<String, Message> all = of(merchant, conversation);
    String cursor = page.cursor();
    List<Message> left = List.copyOf((cursor == null ? all : all.tailMap(cursor, false)).values());
    List<Message> items = left.subList(0, Math.min(left.size(), page.limit()));
    String last = left.size() > items.size() ? items.getLast().id().value() : null;
    return new Page<>(items.stream().sorted(came()).toList(), last);
  }

  /** Of one time, the one that was queued later is later. */
  private Comparator<Message> came() {
    return Comparator.comparing(Message::place)
        .thenComparing(message -> sequences.getOrDefault(message.id(), ""));
  }

  /** Notes the queue's number of the delivery that a message came by. */
  void came(MessageId id, String sequence) {
    sequences.put(id, sequence);
  }

  /** Returns the message, if the conversation has it. */
  public Optional<Message> find(MerchantId merchant, ConversationId conversation, MessageId id) {
    return Optional.ofNullable(of(merchant, conversation).get(id.value()));
  }

  /** Makes the message what its conversation holds under its id. */
  public void put(Message message) {
    of(message.merchantId(), message.conversationId()).put(message.id().value(), message);
  }

  NavigableMap<String, Message> of(MerchantId merchant, ConversationId conversation) {
    return conversations.computeIfAbsent(merchant + "#" + conversation, key -> new TreeMap<>());
  }
}
