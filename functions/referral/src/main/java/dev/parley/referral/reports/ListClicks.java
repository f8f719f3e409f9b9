package dev.parley.referral.reports;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.merchant.Caller;
import dev.parley.referral.reports.DetailPages.Listing;
import java.util.Comparator;
import java.util.List;

/** Lists the clicks behind a report's figures, those on a conversation's links oldest first. */
public final class ListClicks {
  private final DetailPages pages;
  private final ConversationFacts facts;

  ListClicks(DetailPages pages, ConversationFacts facts) {
    this.pages = pages;
    this.facts = facts;
  }

  public HttpReply list(Caller caller, HttpCall call) {
    return pages.page(
        caller, call, new Listing("referral-clicks", ClickDetail.COLUMNS, true, this::clicks));
  }

  /** A contact may have other conversations: their links' clicks are listed with them. */
  private List<ClickDetail> clicks(Conversation conversation, Span span) {
    return facts.opened(conversation.merchantId(), conversation.contact().id()).stream()
        .filter(opened -> opened.referral().place().conversationId().equals(conversation.id()))
        .flatMap(opened -> ClickDetail.of(opened).stream())
        .filter(detail -> span.holds(detail.click().sales().day()))
        .sorted(Comparator.comparing(ClickDetail::key))
        .toList();
  }
}
