package dev.parley.aws.catalog;

import dev.parley.aws.item.Item;
import dev.parley.domain.catalog.Catalogue.Change;
import dev.parley.domain.catalog.Product;
import dev.parley.domain.catalog.ProductPage;
import dev.parley.domain.catalog.SearchEntry;
import dev.parley.domain.catalog.SearchText;
import dev.parley.domain.fault.TransientFault;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.ProductId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Writes a product together with what it is found by, in one transaction that is refused when the
 * product changed since it was read.
 *
 * <p>A transaction takes {@value #MOST_ITEMS} items. The entries of one product always fit ({@link
 * SearchText#MOST_NAME_PARTS}), those before and after a change of a long name may not: then the
 * product notes its old text, the old entries go in a second transaction, and until then a search
 * passes over them, since they don't say what the product is called. Whoever next changes the
 * product finishes what was not.
 */
final class ProductWrites {
  private static final int MOST_ITEMS = 100;
  private static final int TRIES = 20;

  private final DynamoDbClient dynamo;
  private final String table;
  private final MerchantId merchant;

  ProductWrites(DynamoDbClient dynamo, String table, MerchantId merchant) {
    this.dynamo = dynamo;
    this.table = table;
    this.merchant = merchant;
  }

  /**
   * Makes the product what is stored.
   *
   * @param read what is stored, as it was read before; {@code null}: nothing
   */
  Change put(Product product, @Nullable StoredProduct read) {
    StoredProduct wanted = StoredProduct.of(product, null);
    StoredProduct before = read;
    for (int i = 0; i < TRIES; i++) {
      if (before != null && before.obsolete() != null) {
        removeObsolete(before, before.obsolete());
      } else if (before != null && before.digest().equals(wanted.digest())) {
        return Change.UNCHANGED;
      } else if (write(wanted, before)) {
        return before == null ? Change.CREATED : Change.UPDATED;
      }
      before = stored(product.id()).orElse(null);
    }
    throw new TransientFault("The product is being changed by too many at once");
  }

  private Optional<StoredProduct> stored(ProductId id) {
    Item at = ProductKeys.product(merchant, id);
    var found = dynamo.getItem(get -> get.tableName(table).key(at.key()).consistentRead(true));
    return found.hasItem()
        ? Optional.of(StoredProduct.of(Item.of(found.item())))
        : Optional.empty();
  }

  private boolean write(StoredProduct wanted, @Nullable StoredProduct before) {
    SearchText old = before == null ? null : before.text();
    List<TransactWriteItem> writes = pages(wanted.product(), before);
    if (!writes.isEmpty()) {
      notePage(wanted.product());
    }
    List<TransactWriteItem> removals = List.of();
    if (!wanted.text().equals(old)) {
      writes.addAll(entries(wanted));
      removals = old == null ? List.of() : removals(old, wanted);
    }
    if (1 + writes.size() + removals.size() <= MOST_ITEMS) {
      writes.addAll(removals);
      return transact(product(wanted, before), writes);
    }
    StoredProduct noting = new StoredProduct(wanted.product(), wanted.digest(), old);
    boolean written = transact(product(noting, before), writes);
    if (written && old != null) {
      removeObsolete(noting, old);
    }
    return written;
  }

  /** Removes the entries of the old text, unless somebody else did or the product changed. */
  private boolean removeObsolete(StoredProduct stored, SearchText old) {
    Item at = ProductKeys.product(merchant, stored.product().id());
    TransactWriteItem note =
        TransactWriteItem.builder()
            .update(
                update ->
                    update
                        .tableName(table)
                        .key(at.key())
                        .updateExpression("REMOVE obsolete")
                        .conditionExpression("digest = :digest AND obsolete = :obsolete")
                        .expressionAttributeValues(
                            Item.empty()
                                .text(":digest", stored.digest())
                                .text(":obsolete", old.name())
                                .attributes()))
            .build();
    return transact(note, removals(old, stored));
  }

  private List<TransactWriteItem> entries(StoredProduct stored) {
    SearchText text = stored.text();
    List<TransactWriteItem> puts = new ArrayList<>();
    for (SearchEntry entry : text.entries()) {
      puts.add(
          put(
              ProductKeys.entry(merchant, entry, stored.product().id())
                  .text("sku", text.sku())
                  .text("name", text.name())));
    }
    return puts;
  }

  private List<TransactWriteItem> removals(SearchText old, StoredProduct stored) {
    Set<SearchEntry> kept = stored.text().entries();
    List<TransactWriteItem> deletes = new ArrayList<>();
    for (SearchEntry entry : old.entries()) {
      if (!kept.contains(entry)) {
        deletes.add(delete(ProductKeys.entry(merchant, entry, stored.product().id())));
      }
    }
    return deletes;
  }

  private List<TransactWriteItem> pages(Product product, @Nullable StoredProduct before) {
    Optional<Item> now = ProductKeys.page(merchant, product);
    Optional<Item> old =
        before == null ? Optional.empty() : ProductKeys.page(merchant, before.product());
    List<TransactWriteItem> writes = new ArrayList<>();
    if (!now.map(Item::key).equals(old.map(Item::key))) {
      now.ifPresent(page -> writes.add(put(page)));
      old.ifPresent(page -> writes.add(delete(page)));
    }
    return writes;
  }

  /**
   * Notes the product as its page's last one. Outside the transaction, as those of all products of
   * one page would get in each other's way; a note is only where to look first.
   */
  private void notePage(Product product) {
    ProductPage.key(product.url())
        .map(key -> ProductKeys.lastOn(merchant, key).text("product", product.id().value()))
        .ifPresent(note -> dynamo.putItem(put -> put.tableName(table).item(note.attributes())));
  }

  private TransactWriteItem product(StoredProduct wanted, @Nullable StoredProduct before) {
    Put.Builder put = Put.builder().tableName(table).item(wanted.item(merchant).attributes());
    if (before == null) {
      put.conditionExpression("attribute_not_exists(pk)");
    } else {
      put.conditionExpression("digest = :read AND attribute_not_exists(obsolete)")
          .expressionAttributeValues(Item.empty().text(":read", before.digest()).attributes());
    }
    return TransactWriteItem.builder().put(put.build()).build();
  }

  private TransactWriteItem put(Item item) {
    return TransactWriteItem.builder()
        .put(put -> put.tableName(table).item(item.attributes()))
        .build();
  }

  private TransactWriteItem delete(Item at) {
    return TransactWriteItem.builder()
        .delete(delete -> delete.tableName(table).key(at.key()))
        .build();
  }

  private boolean transact(TransactWriteItem first, Collection<TransactWriteItem> others) {
    List<TransactWriteItem> writes = new ArrayList<>(others);
    writes.addFirst(first);
    try {
      dynamo.transactWriteItems(transaction -> transaction.transactItems(writes));
      return true;
    } catch (TransactionCanceledException e) {
      return false;
    }
  }
}
