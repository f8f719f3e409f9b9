package dev.parley.referral;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.request.ApiHandler;
import dev.parley.domain.merchant.Caller;
import dev.parley.referral.reports.ListClicks;
import dev.parley.referral.reports.ListMessages;
import jakarta.inject.Inject;

/** Shows the messages and the clicks that the reports count. */
public final class ReportDetailsHandler extends ApiHandler {
  @Inject ListMessages messages;
  @Inject ListClicks clicks;

  @Override
  protected HttpReply handle(Caller caller, HttpCall call) {
    return switch (call.route()) {
      case "GET /reports/referrals/messages" -> messages.list(caller, call);
      case "GET /reports/referrals/clicks" -> clicks.list(caller, call);
      default -> HttpReply.notFound();
    };
  }
}
