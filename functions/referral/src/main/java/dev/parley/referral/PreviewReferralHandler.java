package dev.parley.referral;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.request.ApiHandler;
import dev.parley.domain.merchant.Caller;
import dev.parley.referral.cards.CardRequest;
import dev.parley.referral.cards.PreviewCards;
import dev.parley.referral.cards.PreviewJson;
import dev.parley.referral.cards.ReadCardRequest;
import jakarta.inject.Inject;

/** Shows what the platform would get for product cards, and every cut that its limits make. */
public final class PreviewReferralHandler extends ApiHandler {
  @Inject ReadCardRequest read;
  @Inject PreviewCards cards;

  @Override
  protected HttpReply handle(Caller caller, HttpCall call) {
    call.noQuery();
    CardRequest request = read.forPreview(caller.merchantId(), call.fields());
    return HttpReply.json(200, PreviewJson.of(cards.preview(caller, request)));
  }
}
