package dev.parley.chat;

import dev.parley.aws.http.ClosedWindowProblem;
import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.request.ApiHandler;
import dev.parley.chat.inbox.MessageJson;
import dev.parley.chat.outbound.MessageInput;
import dev.parley.chat.outbound.SendMessage;
import dev.parley.chat.outbound.SendMessage.Outcome;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Conversations;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.input.FieldError;
import dev.parley.domain.merchant.Caller;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Takes what an agent says in a conversation and queues it. */
public final class SendMessageHandler extends ApiHandler {
  @Inject Conversations conversations;
  @Inject SendMessage send;

  @Override
  protected HttpReply handle(Caller caller, HttpCall call) {
    call.noQuery();
    Optional<Conversation> conversation =
        conversations.find(caller.merchantId(), new ConversationId(call.parameter("id")));
    return conversation.map(found -> sent(caller, found, call)).orElseGet(HttpReply::notFound);
  }

  private HttpReply sent(Caller caller, Conversation conversation, HttpCall call) {
    MessageInput input = MessageInput.read(call.fields(), conversation.channelType());
    return switch (send.send(caller, conversation, input, call.ids())) {
      case Outcome.Queued queued -> HttpReply.json(202, MessageJson.of(queued.message()));
      case Outcome.WindowClosed window -> ClosedWindowProblem.of(window.closed());
      case Outcome.TooLong tooLong ->
          HttpReply.badInput(List.of(new FieldError("/text", tooLong.detail())));
    };
  }
}
