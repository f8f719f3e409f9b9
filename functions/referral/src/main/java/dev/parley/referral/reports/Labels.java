package dev.parley.referral.reports;

import dev.parley.domain.catalog.Products;
import dev.parley.domain.channel.ChannelNames;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.ProductId;
import dev.parley.domain.merchant.Agent;
import dev.parley.domain.merchant.Agents;
import dev.parley.domain.page.Page;
import dev.parley.domain.page.PageRequest;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What people call that which the rows of a report stand for. */
final class Labels {
  private static final int PAGE = 100;

  private final Agents agents;
  private final Products products;
  private final ChannelNames channels;

  Labels(Agents agents, Products products, ChannelNames channels) {
    this.agents = agents;
    this.products = products;
    this.channels = channels;
  }

  /** Returns the labels by key; what has no name is called by its key. */
  Map<String, String> of(MerchantId merchant, GroupBy groupBy, Report report) {
    List<String> keys = report.rows().stream().map(Row::key).filter(Objects::nonNull).toList();
    Map<String, String> labels = new HashMap<>();
    keys.forEach(key -> labels.put(key, key));
    if (!keys.isEmpty()) {
      names(merchant, groupBy, keys, labels);
    }
    return labels;
  }

  private void names(
      MerchantId merchant, GroupBy groupBy, List<String> keys, Map<String, String> labels) {
    switch (groupBy) {
      case AGENT -> agents(merchant, labels);
      case CHANNEL -> channels.of(merchant).forEach((id, name) -> labels.replace(id.value(), name));
      case PRODUCT -> products(merchant, keys, labels);
      case WEEK -> labels.replaceAll((key, _) -> key + " – " + LocalDate.parse(key).plusDays(6));
      case MONTH -> labels.replaceAll((key, _) -> key.substring(0, "2026-01".length()));
      default -> {}
    }
  }

  private void products(MerchantId merchant, List<String> keys, Map<String, String> labels) {
    for (int from = 0; from < keys.size(); from += PAGE) {
      Collection<ProductId> ids =
          keys.subList(from, Math.min(keys.size(), from + PAGE)).stream()
              .map(ProductId::new)
              .toList();
      products
          .find(merchant, ids)
          .forEach((id, product) -> labels.replace(id.value(), product.name()));
    }
  }

  private void agents(MerchantId merchant, Map<String, String> labels) {
    @Nullable String cursor = null;
    do {
      Page<Agent> page = agents.list(merchant, new PageRequest(PAGE, cursor));
      page.items().forEach(agent -> labels.replace(agent.id().value(), agent.name()));
      cursor = page.nextCursor();
    } while (cursor != null);
  }
}
