package dev.parley.chat;

import dev.parley.aws.chat.ReceivedEventJson;
import dev.parley.aws.queue.Delivery;
import dev.parley.aws.queue.QueueHandler;
import dev.parley.chat.inbound.ReceiveMessages;
import dev.parley.domain.inbound.ReceivedEvent;
import dev.parley.json.MalformedJson;
import jakarta.inject.Inject;

/** Turns queued events into messages of conversations. */
public final class ReceiveMessagesHandler extends QueueHandler<ReceivedEvent> {
  @Inject ReceiveMessages receive;

  @Override
  protected String maxReceivesVariable() {
    return "INBOUND_MAX_RECEIVES";
  }

  @Override
  protected ReceivedEvent decode(String body) throws MalformedJson {
    return ReceivedEventJson.read(body);
  }

  @Override
  protected void handle(ReceivedEvent event, Delivery delivery) {
    receive.receive(event, delivery.sequenceNumber());
  }
}
