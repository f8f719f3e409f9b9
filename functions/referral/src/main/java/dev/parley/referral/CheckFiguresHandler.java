package dev.parley.referral;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.request.ApiHandler;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.merchant.Role;
import dev.parley.referral.reports.CheckFigures;
import jakarta.inject.Inject;

/** Compares the figures of the reports with the facts. */
public final class CheckFiguresHandler extends ApiHandler {
  @Inject CheckFigures figures;

  @Override
  protected Role leastRole(HttpCall call) {
    return Role.OWNER;
  }

  @Override
  protected HttpReply handle(Caller caller, HttpCall call) {
    return figures.check(caller, call);
  }
}
