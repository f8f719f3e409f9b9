package dev.parley.referral.reports;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.domain.attribution.Openings;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.id.ReferralId;
import dev.parley.domain.merchant.Caller;
import dev.parley.referral.reports.ConversationFacts.Sent;
import dev.parley.referral.reports.DetailPages.Listing;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Lists the messages behind a report's figures, a conversation's oldest first. */
public final class ListMessages {
  private final DetailPages pages;
  private final ConversationFacts facts;

  ListMessages(DetailPages pages, ConversationFacts facts) {
    this.pages = pages;
    this.facts = facts;
  }

  public HttpReply list(Caller caller, HttpCall call) {
    return pages.page(
        caller,
        call,
        new Listing("referral-messages", MessageDetail.COLUMNS, false, this::messages));
  }

  private List<MessageDetail> messages(Conversation conversation, Span span) {
    List<Sent> sent = facts.sent(conversation, span);
    Map<ReferralId, Openings> openings =
        facts.openings(
            sent.stream().map(one -> one.fact().referralId()).filter(Objects::nonNull).toList());
    return sent.stream()
        .map(
            one -> {
              ReferralId id = one.fact().referralId();
              Openings opened = id == null ? null : openings.get(id);
              return new MessageDetail(
                  conversation, one, opened == null ? null : opened.earliest());
            })
        .toList();
  }
}
