package dev.parley.referral;

import dev.parley.aws.http.ClosedWindowProblem;
import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.request.ApiHandler;
import dev.parley.domain.id.ReferralId;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.referral.Referral;
import dev.parley.domain.referral.Referrals;
import dev.parley.referral.cards.ReadCardRequest;
import dev.parley.referral.cards.ReferralJson;
import dev.parley.referral.cards.SendCards;
import jakarta.inject.Inject;

/** Sends product cards with tracked links, and shows what was sent. */
public final class SendReferralHandler extends ApiHandler {
  @Inject ReadCardRequest read;
  @Inject SendCards cards;
  @Inject Referrals referrals;

  @Override
  protected HttpReply handle(Caller caller, HttpCall call) {
    call.noQuery();
    return switch (call.route()) {
      case "POST /referrals" -> send(caller, call);
      case "GET /referrals/{id}" -> one(caller, call);
      default -> HttpReply.notFound();
    };
  }

  private HttpReply send(Caller caller, HttpCall call) {
    var request = read.forSending(caller.merchantId(), call.fields());
    return cards
        .closed(request.conversation())
        .map(ClosedWindowProblem::of)
        .orElseGet(() -> reply(202, cards.send(caller, request, call.ids())));
  }

  private HttpReply one(Caller caller, HttpCall call) {
    return referrals
        .find(caller.merchantId(), new ReferralId(call.parameter("id")))
        .map(referral -> reply(200, referral))
        .orElseGet(HttpReply::notFound);
  }

  private HttpReply reply(int status, Referral referral) {
    return HttpReply.json(status, ReferralJson.of(referral, i -> cards.url(referral, i)));
  }
}
