package dev.parley.referral.reports;

import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.ProductId;
import dev.parley.domain.id.ReferralId;
import dev.parley.domain.id.StoreId;
import dev.parley.domain.outbound.SentFacts.SentFact;
import dev.parley.domain.referral.Referral;
import dev.parley.domain.referral.ReferredProduct;
import dev.parley.referral.reports.ConversationFacts.Sent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message that reports count.
 *
 * @param openedAt when the first of its links was opened first, if one was
 */
record MessageDetail(Conversation conversation, Sent sent, @Nullable Instant openedAt)
    implements Detail {
  static final List<String> COLUMNS =
      List.of(
          "messageId",
          "conversationId",
          "sentAt",
          "day",
          "agentId",
          "storeId",
          "channelId",
          "referralId",
          "linkKind",
          "productIds",
          "openedAt");

  @Override
  public ConversationId conversationId() {
    return conversation.id();
  }

  @Override
  public String key() {
    return sent.fact().messageId().value();
  }

  @Override
  public AgentId agentId() {
    return sent.fact().agentId();
  }

  @Override
  public @Nullable StoreId storeId() {
    return sent.fact().storeId();
  }

  @Override
  public ChannelId channelId() {
    return conversation.channelId();
  }

  @Override
  public List<ProductId> productIds() {
    Referral referral = sent.referral();
    return referral == null
        ? List.of()
        : referral.products().stream().map(ReferredProduct::id).toList();
  }

  @Override
  public List<@Nullable Object> cells() {
    SentFact fact = sent.fact();
    StoreId store = fact.storeId();
    ReferralId referral = fact.referralId();
    return Arrays.asList(
        fact.messageId().value(),
        conversation.id().value(),
        fact.sentAt(),
        fact.day().toString(),
        fact.agentId().value(),
        store == null ? null : store.value(),
        conversation.channelId().value(),
        referral == null ? null : referral.value(),
        linkKind(),
        productIds().stream().map(ProductId::value).toList(),
        openedAt);
  }

  private @Nullable String linkKind() {
    Referral referral = sent.referral();
    return referral == null ? null : ClickDetail.wireName(referral.kind());
  }
}
