package dev.parley.chat.inbox;

import dev.parley.aws.http.Fields;
import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationChanges;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.input.FieldError;
import dev.parley.domain.merchant.Agent;
import dev.parley.domain.merchant.Agents;
import dev.parley.domain.merchant.Caller;
import dev.parley.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** Lets agents hand a conversation on or back, close it, open it again and mark it read. */
public final class ChangeConversations {
  private final ConversationChanges changes;
  private final Agents agents;

  public ChangeConversations(ConversationChanges changes, Agents agents) {
    this.changes = changes;
    this.agents = agents;
  }

  /** Hands the conversation to an agent, or with {@code null} to nobody. */
  public HttpReply assign(Caller caller, HttpCall call) {
    JsonObject body = call.json();
    Fields fields = Fields.of(body);
    String told = fields.optionalText("agentId", 100);
    if (!body.has("agentId")) {
      fields.error("agentId", "is required, or null for nobody");
    }
    fields.done();
    AgentId assignee = told == null ? null : new AgentId(told);
    if (assignee != null && !isActive(caller, assignee)) {
      return HttpReply.badInput(
          List.of(new FieldError("/agentId", "must be an active agent of the merchant, or null")));
    }
    return reply(changes.assign(caller.merchantId(), id(call), assignee));
  }

  private boolean isActive(Caller caller, AgentId agent) {
    return agents.find(caller.merchantId(), agent).filter(Agent::active).isPresent();
  }

  public HttpReply setStatus(Caller caller, HttpCall call, Conversation.Status status) {
    call.noFields();
    return reply(changes.setStatus(caller.merchantId(), id(call), status));
  }

  public HttpReply markRead(Caller caller, HttpCall call) {
    call.noFields();
    return reply(changes.markRead(caller.merchantId(), id(call)));
  }

  private static ConversationId id(HttpCall call) {
    call.noQuery();
    return new ConversationId(call.parameter("id"));
  }

  private static HttpReply reply(Optional<Conversation> changed) {
    return changed
        .map(conversation -> HttpReply.json(200, ConversationJson.of(conversation)))
        .orElseGet(HttpReply::notFound);
  }
}
