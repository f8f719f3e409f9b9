package dev.parley.admin.agents;

import dev.parley.aws.http.HttpReply;
import dev.parley.domain.merchant.Agent;

/** What is answered for agents and their keys. */
public final class AgentReplies {
  private static final String OWN_STORES =
      "A manager is in charge of agents and managers who work for the manager's own stores only.";

  private AgentReplies() {}

  public static HttpReply of(AddAgent.Outcome outcome) {
    return switch (outcome) {
      case AddAgent.Outcome.Added(Agent agent) -> shown(201, agent);
      case AddAgent.Outcome.NotAllowed n -> HttpReply.forbidden(OWN_STORES);
    };
  }

  public static HttpReply of(ChangeAgent.Outcome outcome) {
    return switch (outcome) {
      case ChangeAgent.Outcome.Changed(Agent agent) -> shown(200, agent);
      case ChangeAgent.Outcome.Unknown u -> HttpReply.notFound();
      case ChangeAgent.Outcome.NotAllowed n -> HttpReply.forbidden(OWN_STORES);
      case ChangeAgent.Outcome.LastOwner l ->
          HttpReply.problem(
              409, "last-owner", "The last owner", "The merchant must keep an active owner.");
    };
  }

  public static HttpReply of(IssueKey.Outcome outcome) {
    return switch (outcome) {
      case IssueKey.Outcome.Issued issued ->
          HttpReply.json(201, w -> AgentJson.key(w, issued.key(), issued.text()));
      case IssueKey.Outcome.Revoked r -> HttpReply.empty(204);
      case IssueKey.Outcome.Unknown u -> HttpReply.notFound();
      case IssueKey.Outcome.NotAllowed n -> HttpReply.forbidden(OWN_STORES);
      case IssueKey.Outcome.Inactive i ->
          HttpReply.problem(
              409, "agent-inactive", "The agent is not active", "Make the agent active first.");
      case IssueKey.Outcome.TooWide t ->
          HttpReply.forbidden(
              "A limited key can't issue a key that may do more than it can itself.");
      case IssueKey.Outcome.TooMany(int most) ->
          HttpReply.problem(
              409, "too-many-keys", "Too many keys", "An agent has at most " + most + " keys.");
    };
  }

  public static HttpReply shown(int status, Agent agent) {
    return HttpReply.json(status, w -> AgentJson.agent(w, agent));
  }
}
