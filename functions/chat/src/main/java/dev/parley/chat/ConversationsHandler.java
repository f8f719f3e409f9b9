package dev.parley.chat;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.request.ApiHandler;
import dev.parley.chat.inbox.ChangeConversations;
import dev.parley.chat.inbox.ReadConversations;
import dev.parley.chat.inbox.SendPlan;
import dev.parley.domain.conversation.Conversation.Status;
import dev.parley.domain.merchant.Caller;
import jakarta.inject.Inject;

/**
 * Shows agents their conversations and what was said, and lets them assign, close, reopen and mark
 * them read.
 */
public final class ConversationsHandler extends ApiHandler {
  @Inject ReadConversations read;
  @Inject ChangeConversations change;
  @Inject SendPlan sendPlan;

  @Override
  protected HttpReply handle(Caller caller, HttpCall call) {
    return switch (call.route()) {
      case "GET /conversations" -> read.list(caller, call);
      case "GET /conversations/{id}" -> read.one(caller, call);
      case "GET /conversations/{id}/messages" -> read.messages(caller, call);
      case "GET /conversations/{id}/send-plan" -> sendPlan.plan(caller, call);
      case "POST /conversations/{id}/assign" -> change.assign(caller, call);
      case "POST /conversations/{id}/close" -> change.setStatus(caller, call, Status.CLOSED);
      case "POST /conversations/{id}/reopen" -> change.setStatus(caller, call, Status.OPEN);
      case "POST /conversations/{id}/read" -> change.markRead(caller, call);
      default -> HttpReply.notFound();
    };
  }
}
