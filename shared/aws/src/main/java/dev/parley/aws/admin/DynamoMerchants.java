package dev.parley.aws.admin;

import dev.parley.aws.admin.MerchantBook.Page;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.merchant.Agent;
import dev.parley.domain.merchant.ApiKey;
import dev.parley.domain.merchant.Merchant;
import dev.parley.domain.merchant.Merchants;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Merchants in the merchants' table. */
final class DynamoMerchants implements Merchants {
  private final MerchantBook book;

  DynamoMerchants(MerchantBook book) {
    this.book = book;
  }

  @Override
  public void add(Merchant merchant, Agent owner, ApiKey key) {
    boolean added =
        book.transact(
            List.of(
                book.putNew(MerchantItems.merchant(merchant, 1)),
                book.putNew(MerchantItems.agent(owner, List.of(key))),
                book.putNew(MerchantItems.key(merchant, owner, key))));
    if (!added) {
      throw new IllegalStateException("There is a merchant " + merchant.id() + " already");
    }
  }

  @Override
  public Optional<Merchant> find(MerchantId id) {
    return book.page(id).map(Page::merchant);
  }

  @Override
  public Optional<Merchant> change(MerchantId id, UnaryOperator<Merchant> change) {
    return book.change(
        () -> {
          Optional<Page> read = book.page(id);
          if (read.isEmpty()) {
            return Optional.of(Optional.empty());
          }
          Merchant changed = change.apply(read.get().merchant());
          return written(read.get(), changed)
              ? Optional.of(Optional.of(changed))
              : Optional.empty();
        });
  }

  /** Writes the merchant with as many keys as a transaction holds, then the keys that are left. */
  private boolean written(Page read, Merchant changed) {
    List<TransactWriteItem> keys = keys(changed);
    int first = Math.min(keys.size(), MerchantBook.MOST_WRITES);
    Page page = read;
    boolean written = book.write(page, changed, keys.subList(0, first));
    for (int from = first; written && from < keys.size(); from += MerchantBook.MOST_WRITES) {
      page = page.next(changed);
      int to = Math.min(keys.size(), from + MerchantBook.MOST_WRITES);
      written = book.write(page, keys.subList(from, to));
    }
    return written;
  }

  private List<TransactWriteItem> keys(Merchant merchant) {
    return book.entries(merchant.id())
        .flatMap(
            entry ->
                entry.keys().stream()
                    .map(key -> book.put(MerchantItems.key(merchant, entry.agent(), key))))
        .toList();
  }
}
