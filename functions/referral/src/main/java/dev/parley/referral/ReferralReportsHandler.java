package dev.parley.referral;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.request.ApiHandler;
import dev.parley.domain.merchant.Caller;
import dev.parley.referral.reports.ExplainOrder;
import dev.parley.referral.reports.ListOrders;
import dev.parley.referral.reports.ReadReport;
import jakarta.inject.Inject;

/** Shows what referrals sold, the orders behind it, and why an order was credited. */
public final class ReferralReportsHandler extends ApiHandler {
  @Inject ReadReport report;
  @Inject ListOrders orders;
  @Inject ExplainOrder explain;

  @Override
  protected HttpReply handle(Caller caller, HttpCall call) {
    return switch (call.route()) {
      case "GET /reports/referrals" -> report.report(caller, call);
      case "GET /reports/referrals/orders" -> orders.list(caller, call);
      case "GET /reports/referrals/orders/{source}/{orderId}/why" -> explain.why(caller, call);
      default -> HttpReply.notFound();
    };
  }
}
