package dev.parley.probe;

import dev.parley.aws.queue.Delivery;
import dev.parley.aws.queue.QueueHandler;
import dev.parley.domain.fault.PermanentFault;
import dev.parley.domain.fault.TransientFault;
import dev.parley.json.Json;
import dev.parley.json.MalformedJson;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Keeps what it handled; a message {@code later}, {@code broken} or {@code never} fails. */
public final class CountingHandler extends QueueHandler<String> {
  @Inject InstantSource time;

  private final List<String> handled = new ArrayList<>();

  public List<String> handled() {
    return handled;
  }

  @Override
  protected String maxReceivesVariable() {
    return "COUNTING_MAX_RECEIVES";
  }

  @Override
  protected String decode(String body) throws MalformedJson {
    return Json.readObject(body).requiredText("say");
  }

  @Override
  protected void handle(String message, Delivery delivery) {
    switch (message) {
      case "later" -> throw new TransientFault("not now");
      case "broken" -> throw new IllegalStateException("what a person said");
      case "never" -> throw new PermanentFault("not ever");
      default -> handled.add(message + "@" + delivery.sequenceNumber());
    }
  }
}
