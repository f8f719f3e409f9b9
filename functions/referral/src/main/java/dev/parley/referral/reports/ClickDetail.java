package dev.parley.referral.reports;

import dev.parley.domain.attribution.Click;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.ProductId;
import dev.parley.domain.id.StoreId;
import dev.parley.domain.referral.Referral;
import dev.parley.domain.report.CellKey.LinkKind;
import dev.parley.referral.reports.ConversationFacts.Opened;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A click that reports count.
 *
 * @param firstOfLink whether it opened its link first: it counts as a unique click
 * @param firstOfMessage whether it opened the first of its message's links: the message counts as
 *     opened
 */
record ClickDetail(Referral referral, Click click, boolean firstOfLink, boolean firstOfMessage)
    implements Detail {
  static final List<String> COLUMNS =
      List.of(
          "clickedAt",
          "day",
          "referralId",
          "linkKind",
          "conversationId",
          "messageId",
          "productId",
          "agentId",
          "storeId",
          "channelId",
          "firstOfLink",
          "firstOfMessage");

  /** Returns all clicks of the referral. */
  static List<ClickDetail> of(Opened opened) {
    Set<Integer> positions = new HashSet<>();
    List<ClickDetail> details = new ArrayList<>();
    for (Click click : opened.clicks()) {
      boolean firstOfMessage = positions.isEmpty();
      boolean firstOfLink = positions.add(click.position());
      details.add(new ClickDetail(opened.referral(), click, firstOfLink, firstOfMessage));
    }
    return details;
  }

  static String wireName(LinkKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public ConversationId conversationId() {
    return referral.place().conversationId();
  }

  @Override
  public String key() {
    return String.format(Locale.ROOT, "%015d %s", click.at().toEpochMilli(), click.id());
  }

  @Override
  public AgentId agentId() {
    return referral.author().agentId();
  }

  @Override
  public @Nullable StoreId storeId() {
    return referral.author().storeId();
  }

  @Override
  public ChannelId channelId() {
    return referral.place().channelId();
  }

  @Override
  public List<ProductId> productIds() {
    return List.of(click.product().productId());
  }

  @Override
  public List<@Nullable Object> cells() {
    StoreId store = storeId();
    return Arrays.asList(
        click.at(),
        click.sales().day().toString(),
        referral.id().value(),
        wireName(referral.kind()),
        conversationId().value(),
        referral.messageId().value(),
        click.product().productId().value(),
        agentId().value(),
        store == null ? null : store.value(),
        channelId().value(),
        firstOfLink,
        firstOfMessage);
  }
}
