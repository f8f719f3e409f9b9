package dev.parley.chat.widget;

import dev.parley.aws.http.Fields;
import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.request.Idempotency;
import dev.parley.chat.inbound.QueueEvents;
import dev.parley.chat.inbound.WebhookOutcome;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.fault.PermanentFault;
import dev.parley.domain.id.MessageId;
import dev.parley.domain.inbound.Arrival;
import dev.parley.platforms.widget.VisitorMessage;
import dev.parley.platforms.widget.WidgetLimits;
import java.util.List;
import java.util.Locale;

/**
 * Takes what a visitor says to where any platform's events go. Under an {@code Idempotency-Key} it
 * is the same event each time, with the time at which it first came.
 */
public final class TakeVisitorMessages {
  private static final String JSON = "application/json";

  private final KnowVisitors visitors;
  private final VisitorRates rates;
  private final Idempotency idempotency;
  private final QueueEvents queue;

  TakeVisitorMessages(
      KnowVisitors visitors, VisitorRates rates, Idempotency idempotency, QueueEvents queue) {
    this.visitors = visitors;
    this.rates = rates;
    this.idempotency = idempotency;
    this.queue = queue;
  }

  public HttpReply take(WidgetChannel channel, HttpCall call) {
    return visitors.answer(
        channel,
        call,
        visitor ->
            rates
                .refusedMessage(channel, visitor, call.sourceIp())
                .orElseGet(() -> admitted(visitor, call)));
  }

  private HttpReply admitted(Visitor visitor, HttpCall call) {
    call.noQuery();
    if (!isJson(call)) {
      return HttpReply.problem(
          415,
          "unsupported-media-type",
          "Unsupported media type",
          "The body must be " + JSON + ".");
    }
    return call.header("idempotency-key") == null
        ? said(visitor, call)
        : idempotency.once(
            visitor.merchantId(), visitor.token(), call, once -> said(visitor, once));
  }

  private static boolean isJson(HttpCall call) {
    String type = call.header("content-type");
    return type != null && type.toLowerCase(Locale.ROOT).startsWith(JSON);
  }

  private HttpReply said(Visitor visitor, HttpCall call) {
    Fields fields = call.fields();
    String text = fields.text("text", WidgetLimits.MOST_CHARACTERS);
    fields.done();
    VisitorMessage message =
        new VisitorMessage(call.ids().next("wgm"), visitor.id(), call.ids().startedAt(), text);
    var outcome = queue.queue(visitor.channel(), List.of(message.event()), call.ids());
    if (!(outcome instanceof WebhookOutcome.Queued)) {
      throw new PermanentFault("A visitor's message was not queued: " + outcome);
    }
    return HttpReply.json(202, w -> ShownMessageJson.write(w, shown(visitor, message)));
  }

  private static ShownMessage shown(Visitor visitor, VisitorMessage message) {
    MessageId id = Arrival.messageId(visitor.channel().id(), message.id(), message.sentAt());
    return new ShownMessage(
        id, Message.Direction.INBOUND, new MessageContent.Text(message.text()), message.sentAt());
  }
}
