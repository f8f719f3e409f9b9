package dev.parley.aws.admin;

import dev.parley.aws.admin.MerchantBook.Entry;
import dev.parley.aws.admin.MerchantBook.Page;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.merchant.AgentKeys;
import dev.parley.domain.merchant.ApiKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The keys of agents in the merchants' table. */
final class DynamoAgentKeys implements AgentKeys {
  private final MerchantBook book;

  DynamoAgentKeys(MerchantBook book) {
    this.book = book;
  }

  @Override
  public List<ApiKey> of(MerchantId merchant, AgentId agent) {
    return book.entry(merchant, agent).map(Entry::keys).orElse(List.of());
  }

  @Override
  public void issue(MerchantId merchant, AgentId agent, ApiKey key) {
    book.change(
        () -> {
          Page page = book.page(merchant).orElseThrow();
          Entry entry = book.entry(merchant, agent).orElseThrow();
          boolean issued =
              entry.keys().stream().anyMatch(other -> other.id().equals(key.id()))
                  || issued(page, entry, key);
          return Optional.of(issued).filter(done -> done);
        });
  }

  private boolean issued(Page page, Entry entry, ApiKey key) {
    List<ApiKey> keys = new ArrayList<>();
    List<TransactWriteItem> writes = new ArrayList<>();
    for (ApiKey other : entry.keys()) {
      if (other.isReplacedBy(key)) {
        writes.add(book.delete(MerchantItems.keyAt(other.hash())));
      } else {
        keys.add(other);
      }
    }
    keys.add(key);
    writes.add(book.put(new Entry(entry.agent(), keys).item()));
    writes.add(book.putNew(MerchantItems.key(page.merchant(), entry.agent(), key)));
    return book.write(page, writes);
  }

  @Override
  public boolean revoke(MerchantId merchant, AgentId agent, String keyId) {
    return book.change(
        () -> {
          Optional<Page> page = book.page(merchant);
          Optional<Entry> entry = book.entry(merchant, agent);
          Optional<ApiKey> key =
              entry.flatMap(
                  e -> e.keys().stream().filter(one -> one.id().equals(keyId)).findFirst());
          if (page.isEmpty() || entry.isEmpty() || key.isEmpty()) {
            return Optional.of(false);
          }
          return Optional.of(revoked(page.get(), entry.get(), key.get())).filter(done -> done);
        });
  }

  private boolean revoked(Page page, Entry entry, ApiKey key) {
    List<ApiKey> left = entry.keys().stream().filter(one -> !one.equals(key)).toList();
    return book.write(
        page,
        List.of(
            book.put(new Entry(entry.agent(), left).item()),
            book.delete(MerchantItems.keyAt(key.hash()))));
  }
}
