package dev.parley.referral;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.request.ApiHandler;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.referral.Referral;
import dev.parley.referral.links.LookUpLinks;
import dev.parley.referral.links.LookUpLinks.Link;
import dev.parley.referral.links.LookUpLinks.Revocation;
import jakarta.inject.Inject;

/** Tells the shop's own checkout whose link a token is, and revokes links. */
public final class LookUpLinkHandler extends ApiHandler {
  @Inject LookUpLinks links;

  @Override
  protected HttpReply handle(Caller caller, HttpCall call) {
    call.noQuery();
    String token = call.parameter("token");
    if (call.method().equals("DELETE")) {
      return revoked(links.revoke(caller, token, clock().instant()));
    }
    return links
        .find(caller.merchantId(), token)
        .map(LookUpLinkHandler::reply)
        .orElseGet(HttpReply::notFound);
  }

  private static HttpReply revoked(Revocation revocation) {
    return switch (revocation) {
      case Revocation.Revoked done -> HttpReply.empty(204);
      case Revocation.Unknown unknown -> HttpReply.notFound();
      case Revocation.Others others ->
          HttpReply.forbidden(
              "A link is revoked by who sent it, a manager of the store that it counts for, or an"
                  + " owner.");
    };
  }

  private static HttpReply reply(Link link) {
    Referral referral = link.referral();
    var store = referral.author().storeId();
    return HttpReply.json(
        200,
        w ->
            w.field("agentName", referral.author().name())
                .field("agentCode", referral.author().code())
                .field("storeCode", store == null ? null : store.value())
                .time("sentAt", referral.sentAt())
                .time("firstClickedAt", link.firstClickedAt())
                .field("lifetimeDays", referral.terms().lifetimeDays())
                .field("startsAt", referral.terms().startsAt().wireName())
                .time("expiresAt", referral.expiresAt())
                .time("revokedAt", referral.revokedAt(link.token().position())));
  }
}
