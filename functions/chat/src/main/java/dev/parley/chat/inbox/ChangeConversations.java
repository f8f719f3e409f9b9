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
import java.util.List;
import java.util.Optional;

/** Lets agents hand a conversation on, close it, open it again and mark it read. */
public final class ChangeConversations {
  private final ConversationChanges changes;
  private final Agents agents;

  public ChangeConversations(ConversationChanges changes, Agents agents) {
    this.changes = changes;
    this.agents = agents;
  }

  public HttpReply assign(Caller caller, HttpCall call) {
    Fields fields = call.fields();
    AgentId assignee = new AgentId(fields.text("agentId", 100));
    fields.done();
    Optional<Agent> agent = agents.find(caller.merchantId(), assignee).filter(Agent::active);
    if (agent.isEmpty()) {
      return HttpReply.badInput(
          List.of(new FieldError("/agentId", "must be an active agent of the merchant")));
    }
    return reply(changes.assign(caller.merchantId(), id(call), assignee));
  }

  public HttpReply setStatus(Caller caller, HttpCall call, Conversation.Status status) {
    return reply(changes.setStatus(caller.merchantId(), id(call), status));
  }

  public HttpReply markRead(Caller caller, HttpCall call) {
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
