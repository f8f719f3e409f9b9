package dev.parley.referral.reports;

import dev.parley.domain.attribution.Click;
import dev.parley.domain.attribution.Clicks;
import dev.parley.domain.attribution.Openings;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.id.ContactId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.ReferralId;
import dev.parley.domain.outbound.SentFacts;
import dev.parley.domain.outbound.SentFacts.SentFact;
import dev.parley.domain.referral.Referral;
import dev.parley.domain.referral.Referrals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The facts of single conversations that reports are counted from: messages and clicks. */
final class ConversationFacts {
  private final SentFacts sent;
  private final Referrals referrals;
  private final Clicks clicks;

  ConversationFacts(SentFacts sent, Referrals referrals, Clicks clicks) {
    this.sent = sent;
    this.referrals = referrals;
    this.clicks = clicks;
  }

  /**
   * A message that a platform has taken.
   *
   * @param referral whose links it carries, if any
   */
  record Sent(SentFact fact, @Nullable Referral referral) {}

  /**
   * A referral that was opened.
   *
   * @param clicks all of its clicks, oldest first
   */
  record Opened(Referral referral, List<Click> clicks) {}

  List<Sent> sent(Conversation conversation, Span span) {
    List<SentFact> facts =
        sent.of(conversation.merchantId(), conversation.id(), span.from(), span.to());
    Map<ReferralId, Referral> carried =
        referrals.findAll(
            conversation.merchantId(),
            facts.stream().map(SentFact::referralId).filter(Objects::nonNull).toList());
    return facts.stream()
        .map(
            fact -> {
              ReferralId id = fact.referralId();
              return new Sent(fact, id == null ? null : carried.get(id));
            })
        .toList();
  }

  /** All clicks of the contact: which was a link's first one, only all of them tell. */
  List<Opened> opened(MerchantId merchant, ContactId contact) {
    Map<ReferralId, List<Clicks.Fact>> byReferral = new LinkedHashMap<>();
    clicks
        .of(merchant, contact, Instant.EPOCH)
        .forEach(
            fact ->
                byReferral.computeIfAbsent(fact.referralId(), id -> new ArrayList<>()).add(fact));
    return referrals.findAll(merchant, byReferral.keySet()).values().stream()
        .map(
            referral ->
                new Opened(
                    referral,
                    byReferral.getOrDefault(referral.id(), List.of()).stream()
                        .map(fact -> click(referral, fact))
                        .toList()))
        .toList();
  }

  private static Click click(Referral referral, Clicks.Fact fact) {
    return Click.on(referral, referral.token(fact.position()), fact.id(), fact.at());
  }

  Map<ReferralId, Openings> openings(Collection<ReferralId> ids) {
    return clicks.openings(ids);
  }
}
