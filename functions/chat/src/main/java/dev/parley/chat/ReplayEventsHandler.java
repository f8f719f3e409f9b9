package dev.parley.chat;

import dev.parley.aws.chat.ReplayStepJson;
import dev.parley.aws.queue.Delivery;
import dev.parley.aws.queue.QueueHandler;
import dev.parley.chat.replay.TakeSteps;
import dev.parley.domain.replay.ReplayStep;
import dev.parley.json.MalformedJson;
import jakarta.inject.Inject;

/** Takes replays forward, a step a message. */
public final class ReplayEventsHandler extends QueueHandler<ReplayStep> {
  @Inject TakeSteps steps;

  @Override
  protected String maxReceivesVariable() {
    return "REPLAYS_MAX_RECEIVES";
  }

  @Override
  protected ReplayStep decode(String body) throws MalformedJson {
    return ReplayStepJson.read(body);
  }

  @Override
  protected void handle(ReplayStep step, Delivery delivery) {
    steps.take(step);
  }
}
