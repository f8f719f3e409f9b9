package dev.parley.chat;

import dev.parley.aws.forward.ForwardJobJson;
import dev.parley.aws.log.EmbeddedMetric;
import dev.parley.aws.queue.Delivery;
import dev.parley.aws.queue.QueueHandler;
import dev.parley.chat.forward.SendDeliveries;
import dev.parley.domain.forward.ForwardJob;
import dev.parley.domain.forward.TargetHealth.Disabled;
import dev.parley.json.MalformedJson;
import jakarta.inject.Inject;
import java.time.InstantSource;

/** Delivers events and forwarded calls to merchants' other systems. */
public final class ForwardEventsHandler extends QueueHandler<ForwardJob> {
  @Inject SendDeliveries sending;
  @Inject InstantSource time;

  @Override
  protected String maxReceivesVariable() {
    return "FORWARDS_MAX_RECEIVES";
  }

  @Override
  protected ForwardJob decode(String body) throws MalformedJson {
    return ForwardJobJson.read(body);
  }

  @Override
  protected void handle(ForwardJob job, Delivery delivery) {
    sending.take(job).ifPresent(disabled -> tell(job, disabled));
  }

  private void tell(ForwardJob job, Disabled disabled) {
    log()
        .warn(
            w -> {
              w.field("merchantId", job.merchantId().value()).field("disabled", disabled.reason());
              EmbeddedMetric.count(w, "DisabledTargets", 1, time.millis());
            });
  }
}
