package dev.parley.testkit.chat;

import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationChanges;
import dev.parley.domain.conversation.Conversations;
import dev.parley.domain.conversation.Inbox;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.page.Page;
import dev.parley.domain.page.PageRequest;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The heads of conversations, in memory. */
public final class InMemoryConversations implements Conversations, ConversationChanges, Inbox {
  private static final Comparator<Conversation> NEWEST =
      Comparator.comparing(Conversation::lastMessageAt)
          .thenComparing(conversation -> conversation.id().value())
          .reversed();

  private final Map<String, ConversationHead> heads = new HashMap<>();

  /** Makes the conversation what is held under its id. */
  public void put(Conversation conversation) {
    heads.put(
        conversation.merchantId() + "#" + conversation.id(), new ConversationHead(conversation));
  }

  ConversationHead head(MerchantId merchant, ConversationId id) {
    return heads.computeIfAbsent(merchant + "#" + id, key -> new ConversationHead());
  }

  @Override
  public Optional<Conversation> find(MerchantId merchant, ConversationId id) {
    return head(merchant, id).shown();
  }

  @Override
  public Optional<Conversation> assign(
      MerchantId merchant, ConversationId id, @Nullable AgentId assignee) {
    return changed(merchant, id, head -> head.assigneeId = assignee);
  }

  @Override
  public Optional<Conversation> setStatus(
      MerchantId merchant, ConversationId id, Conversation.Status status) {
    return changed(merchant, id, head -> head.status = status);
  }

  @Override
  public Optional<Conversation> markRead(MerchantId merchant, ConversationId id) {
    return changed(merchant, id, head -> head.unreadCount = 0);
  }

  private Optional<Conversation> changed(
      MerchantId merchant, ConversationId id, Consumer<ConversationHead> change) {
    ConversationHead head = head(merchant, id);
    if (head.shown().isPresent()) {
      change.accept(head);
    }
    return head.shown();
  }

  @Override
  public Page<Conversation> list(MerchantId merchant, Filter filter, PageRequest page) {
    Collection<ConversationHead> all = heads.values();
    List<Conversation> found =
        all.stream()
            .flatMap(head -> head.shown().stream())
            .filter(head -> head.merchantId().equals(merchant) && matches(head, filter))
            .sorted(NEWEST)
            .toList();
    int from = page.cursor() == null ? 0 : Integer.parseInt(page.cursor());
    int to = Math.min(found.size(), from + page.limit());
    return new Page<>(found.subList(from, to), to < found.size() ? Integer.toString(to) : null);
  }

  private static boolean matches(Conversation head, Filter filter) {
    var from = filter.from();
    var to = filter.to();
    return (filter.status() == null || filter.status() == head.status())
        && (filter.channelType() == null || filter.channelType() == head.channelType())
        && (filter.channelId() == null || filter.channelId().equals(head.channelId()))
        && (filter.assigneeId() == null || filter.assigneeId().equals(head.assigneeId()))
        && (from == null || !head.lastMessageAt().isBefore(from))
        && (to == null || head.lastMessageAt().isBefore(to));
  }
}
