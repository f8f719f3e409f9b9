package dev.parley.admin;

import dev.parley.admin.agents.AddAgent;
import dev.parley.admin.agents.AgentFields;
import dev.parley.admin.agents.AgentJson;
import dev.parley.admin.agents.ChangeAgent;
import dev.parley.admin.agents.FindAgents;
import dev.parley.admin.agents.IssueKey;
import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.request.ApiHandler;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.merchant.Agent;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.merchant.Role;
import dev.parley.json.JsonObject;
import jakarta.inject.Inject;

/** Answers for a merchant's agents and their API keys. */
public final class AgentsHandler extends ApiHandler {
  @Inject AddAgent adding;
  @Inject ChangeAgent changing;
  @Inject FindAgents finding;
  @Inject IssueKey keyring;

  @Override
  protected Role leastRole(HttpCall call) {
    return call.method().equals("GET") ? Role.MANAGER : Role.OWNER;
  }

  @Override
  protected HttpReply handle(Caller caller, HttpCall call) {
    return switch (call.route()) {
      case "GET /agents" -> list(caller, call);
      case "GET /agents/{id}" ->
          finding.find(caller, id(call)).map(a -> shown(200, a)).orElseGet(HttpReply::notFound);
      case "POST /agents" ->
          shown(201, adding.add(caller, AgentFields.whole(call.json()), call.ids()));
      case "PATCH /agents/{id}" -> change(caller, call);
      case "POST /agents/{id}/keys" -> issue(caller, call);
      case "DELETE /agents/{id}/keys/{keyId}" ->
          keyring.revoke(caller, id(call), call.parameter("keyId"))
              ? HttpReply.empty(204)
              : HttpReply.notFound();
      default -> HttpReply.notFound();
    };
  }

  private HttpReply list(Caller caller, HttpCall call) {
    return HttpReply.json(200, AgentJson.page(finding.list(caller, call.page())));
  }

  private HttpReply change(Caller caller, HttpCall call) {
    return switch (changing.change(caller, id(call), AgentFields.patch(call.json()))) {
      case ChangeAgent.Outcome.Changed(Agent agent) -> shown(200, agent);
      case ChangeAgent.Outcome.Unknown u -> HttpReply.notFound();
      case ChangeAgent.Outcome.LastOwner l ->
          HttpReply.problem(
              409, "last-owner", "The last owner", "The merchant must keep an active owner.");
    };
  }

  private HttpReply issue(Caller caller, HttpCall call) {
    JsonObject body = call.body().length == 0 ? JsonObject.EMPTY : call.json();
    var asked = AgentFields.key(body, clock().instant());
    return switch (keyring.issue(caller, id(call), asked.expiresAt(), asked.scopes(), call.ids())) {
      case IssueKey.Outcome.Issued issued ->
          HttpReply.json(201, w -> AgentJson.key(w, issued.key(), issued.text()));
      case IssueKey.Outcome.UnknownAgent u -> HttpReply.notFound();
      case IssueKey.Outcome.TooWide t ->
          HttpReply.forbidden("A limited key can't issue a key that may more than itself.");
      case IssueKey.Outcome.TooMany(int most) ->
          HttpReply.problem(
              409, "too-many-keys", "Too many keys", "An agent has at most " + most + " keys.");
    };
  }

  private static AgentId id(HttpCall call) {
    return new AgentId(call.parameter("id"));
  }

  private static HttpReply shown(int status, Agent agent) {
    return HttpReply.json(status, w -> AgentJson.agent(w, agent));
  }
}
