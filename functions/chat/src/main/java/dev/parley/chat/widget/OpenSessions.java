package dev.parley.chat.widget;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;

/**
 * Makes a visitor of a browser that has no token yet. Nothing is stored: the conversation begins
 * with the first message, and a session that is opened twice leaves nothing behind.
 */
public final class OpenSessions {
  private final VisitorRates rates;

  public OpenSessions(VisitorRates rates) {
    this.rates = rates;
  }

  public HttpReply open(WidgetChannel channel, HttpCall call) {
    call.noQuery();
    call.noFields();
    return rates
        .refusedSession(channel, call.sourceIp())
        .orElseGet(() -> opened(channel.newVisitor(call.ids())));
  }

  private static HttpReply opened(Visitor visitor) {
    return HttpReply.json(
        201,
        w ->
            w.field("visitorToken", visitor.token())
                .field("conversationId", visitor.conversationId().value()));
  }
}
