package dev.parley.aws.admin;

import dev.parley.aws.admin.MerchantBook.Entry;
import dev.parley.aws.http.BadInput;
import dev.parley.aws.item.Item;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.merchant.Agent;
import dev.parley.domain.merchant.Agents;
import dev.parley.domain.merchant.Role;
import dev.parley.domain.page.Page;
import dev.parley.domain.page.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Agents in the merchants' table. */
final class DynamoAgents implements Agents {
  private static final Pattern CURSOR = Pattern.compile("agt_[0-9A-Z]{1,26}");

  private final MerchantBook book;

  DynamoAgents(MerchantBook book) {
    this.book = book;
  }

  @Override
  public Optional<Agent> find(MerchantId merchant, AgentId id) {
    return book.entry(merchant, id).map(Entry::agent);
  }

  @Override
  public Page<Agent> list(MerchantId merchant, PageRequest page) {
    String cursor = page.cursor();
    QueryResponse found =
        book.entries(merchant, page.limit(), cursor == null ? null : after(cursor));
    List<Agent> agents =
        found.items().stream().map(item -> MerchantItems.agent(Item.of(item))).toList();
    boolean more = !found.lastEvaluatedKey().isEmpty() && !agents.isEmpty();
    return new Page<>(agents, more ? agents.getLast().id().value() : null);
  }

  private static AgentId after(String cursor) {
    if (!CURSOR.matcher(cursor).matches()) {
      throw BadInput.cursor();
    }
    return new AgentId(cursor);
  }

  @Override
  public void add(Agent agent) {
    book.change(
        () -> {
          var read = book.page(agent.merchantId()).orElseThrow();
          if (find(agent.merchantId(), agent.id()).isPresent()) {
            return Optional.of(true);
          }
          Item item = MerchantItems.agent(agent, List.of());
          return Optional.of(book.write(read, List.of(book.putNew(item)))).filter(done -> done);
        });
  }

  @Override
  public Optional<Agent> change(MerchantId merchant, AgentId id, UnaryOperator<Agent> change) {
    return book.change(
        () -> {
          Optional<MerchantBook.Page> read = book.page(merchant);
          Optional<Entry> entry = book.entry(merchant, id);
          if (read.isEmpty() || entry.isEmpty()) {
            return Optional.of(Optional.empty());
          }
          Entry changed = new Entry(change.apply(entry.get().agent()), entry.get().keys());
          return changed.equals(entry.get()) || book.write(read.get(), writes(read.get(), changed))
              ? Optional.of(Optional.of(changed.agent()))
              : Optional.empty();
        });
  }

  private List<TransactWriteItem> writes(MerchantBook.Page page, Entry entry) {
    return Stream.concat(
            Stream.of(book.put(entry.item())),
            entry.keys().stream()
                .map(key -> book.put(MerchantItems.key(page.merchant(), entry.agent(), key))))
        .toList();
  }

  @Override
  public boolean hasOwnerBeside(MerchantId merchant, AgentId id) {
    return book.entries(merchant)
        .map(Entry::agent)
        .anyMatch(agent -> agent.active() && agent.role() == Role.OWNER && !agent.id().equals(id));
  }
}
