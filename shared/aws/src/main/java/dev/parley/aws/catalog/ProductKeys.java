package dev.parley.aws.catalog;

import dev.parley.aws.item.Item;
import dev.parley.domain.catalog.Product;
import dev.parley.domain.catalog.ProductPage;
import dev.parley.domain.catalog.ProductQuery;
import dev.parley.domain.catalog.SearchEntry;
import dev.parley.domain.catalog.SearchEntry.Tier;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.ProductId;
import dev.parley.domain.id.Ulids;
import java.util.Optional;

/**
 * The keys of the table of products.
 *
 * <table>
 * <caption>Access patterns</caption>
 * <tr><th>what</th><th>pk</th><th>sk</th><th>how</th></tr>
 * <tr><td>products by id, all of a merchant</td><td>merchant</td><td>{@code P#}id</td>
 *     <td>get, batch get, query</td></tr>
 * <tr><td>search by SKU (K), name (N), part (P)</td><td>merchant{@code #}K|N|P{@code #}the text's
 *     first character</td><td>text, U+0001, id</td><td>query {@code begins_with}</td></tr>
 * <tr><td>products by page</td><td>merchant{@code #U#}digest of the page key</td><td>id</td>
 *     <td>query</td></tr>
 * <tr><td>the product put last by page, if it still has that</td><td>the same</td>
 *     <td>{@code ~last}</td><td>batch get</td></tr>
 * </table>
 */
final class ProductKeys {
  static final String PRODUCTS = "P#";

  /** Ends the text in a search entry's key; no normalised text has it, and it sorts first. */
  static final char END = '\u0001';

  private static final String LAST = "~last";

  private ProductKeys() {}

  static Item product(MerchantId merchant, ProductId id) {
    return Item.at(merchant.value(), PRODUCTS + id);
  }

  static Item entry(MerchantId merchant, SearchEntry entry, ProductId id) {
    return Item.at(entries(merchant, entry.tier(), entry.text()), entry.text() + END + id);
  }

  /** Returns where the entries are that a query has to look through. */
  static String entries(MerchantId merchant, ProductQuery query, Tier tier) {
    return entries(merchant, tier, query.prefix(tier));
  }

  private static String entries(MerchantId merchant, Tier tier, String text) {
    return merchant + "#" + tier.code() + "#" + Character.toString(text.codePointAt(0));
  }

  /** Returns the entry of the product's page; empty when its address is none. */
  static Optional<Item> page(MerchantId merchant, Product product) {
    return ProductPage.key(product.url())
        .map(key -> Item.at(page(merchant, key), product.id().value()));
  }

  static Item lastOn(MerchantId merchant, String pageKey) {
    return Item.at(page(merchant, pageKey), LAST);
  }

  static String page(MerchantId merchant, String pageKey) {
    return merchant + "#U#" + Ulids.named(pageKey);
  }
}
