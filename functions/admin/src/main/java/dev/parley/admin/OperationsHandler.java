package dev.parley.admin;

import dev.parley.admin.health.ReadHealth;
import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.request.ApiHandler;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.merchant.Role;
import jakarta.inject.Inject;

/** Answers how what a merchant has connected does. */
public final class OperationsHandler extends ApiHandler {
  @Inject ReadHealth health;

  @Override
  protected Role leastRole(HttpCall call) {
    return Role.OWNER;
  }

  @Override
  protected HttpReply handle(Caller caller, HttpCall call) {
    return health.read(caller, call);
  }
}
