package dev.parley.chat;

import dev.parley.aws.chat.OutboundMessageJson;
import dev.parley.aws.queue.Delivery;
import dev.parley.aws.queue.QueueHandler;
import dev.parley.chat.outbound.DispatchMessages;
import dev.parley.domain.outbound.OutboundMessage;
import dev.parley.json.MalformedJson;
import jakarta.inject.Inject;

/** Hands queued messages to their platforms. */
public final class DispatchMessagesHandler extends QueueHandler<OutboundMessage> {
  @Inject DispatchMessages dispatch;

  @Override
  protected String maxReceivesVariable() {
    return "OUTBOUND_MAX_RECEIVES";
  }

  @Override
  protected OutboundMessage decode(String body) throws MalformedJson {
    return OutboundMessageJson.read(body);
  }

  @Override
  protected void handle(OutboundMessage message, Delivery delivery) {
    dispatch.dispatch(message, delivery.receiveCount());
  }
}
