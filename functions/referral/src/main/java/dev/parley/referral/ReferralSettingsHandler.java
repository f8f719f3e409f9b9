package dev.parley.referral;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.request.ApiHandler;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.merchant.Role;
import dev.parley.referral.settings.SetAttribution;
import dev.parley.referral.settings.SetMessagePrices;
import jakarta.inject.Inject;

/** Answers for the rule of attribution and the prices of messages. */
public final class ReferralSettingsHandler extends ApiHandler {
  @Inject SetAttribution attribution;
  @Inject SetMessagePrices messagePrices;

  @Override
  protected Role leastRole(HttpCall call) {
    return Role.OWNER;
  }

  @Override
  protected HttpReply handle(Caller caller, HttpCall call) {
    return switch (call.route()) {
      case "GET /settings/attribution" -> attribution.show(caller, call);
      case "PUT /settings/attribution" -> attribution.put(caller, call);
      case "GET /settings/message-prices" -> messagePrices.show(caller, call);
      case "PUT /settings/message-prices" -> messagePrices.put(caller, call);
      default -> HttpReply.notFound();
    };
  }
}
