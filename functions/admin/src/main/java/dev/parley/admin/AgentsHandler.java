package dev.parley.admin;

import dev.parley.admin.agents.AddAgent;
import dev.parley.admin.agents.AgentFields;
import dev.parley.admin.agents.AgentJson;
import dev.parley.admin.agents.AgentReplies;
import dev.parley.admin.agents.ChangeAgent;
import dev.parley.admin.agents.FindAgents;
import dev.parley.admin.agents.IssueKey;
import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.request.ApiHandler;
import dev.parley.domain.id.AgentId;
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
    return Role.MANAGER;
  }

  @Override
  protected HttpReply handle(Caller caller, HttpCall call) {
    return switch (call.route()) {
      case "GET /agents" -> HttpReply.json(200, AgentJson.page(finding.list(caller, call.page())));
      case "GET /agents/{id}" ->
          finding
              .find(caller, id(call))
              .map(agent -> AgentReplies.shown(200, agent))
              .orElseGet(HttpReply::notFound);
      case "POST /agents" ->
          AgentReplies.of(adding.add(caller, AgentFields.whole(call.json()), call.ids()));
      case "PATCH /agents/{id}" ->
          AgentReplies.of(changing.change(caller, id(call), AgentFields.patch(call.json())));
      case "POST /agents/{id}/keys" -> issue(caller, call);
      case "DELETE /agents/{id}/keys/{keyId}" ->
          AgentReplies.of(keyring.revoke(caller, id(call), call.parameter("keyId")));
      default -> HttpReply.notFound();
    };
  }

  private HttpReply issue(Caller caller, HttpCall call) {
    JsonObject body = call.body().length == 0 ? JsonObject.EMPTY : call.json();
    var asked = AgentFields.key(body, clock().instant());
    return AgentReplies.of(
        keyring.issue(caller, id(call), asked.expiresAt(), asked.scopes(), call.ids()));
  }

  private static AgentId id(HttpCall call) {
    return new AgentId(call.parameter("id"));
  }
}
