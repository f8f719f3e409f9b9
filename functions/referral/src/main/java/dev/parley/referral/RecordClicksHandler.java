package dev.parley.referral;

import dev.parley.aws.queue.Delivery;
import dev.parley.aws.queue.QueueHandler;
import dev.parley.aws.referral.ClickJson;
import dev.parley.domain.attribution.Click;
import dev.parley.domain.attribution.RecordClicks;
import dev.parley.json.MalformedJson;
import jakarta.inject.Inject;
import java.util.List;

/** Records the clicks of a batch together; when that fails, one by one. */
public final class RecordClicksHandler extends QueueHandler<Click> {
  @Inject RecordClicks record;

  @Override
  protected String maxReceivesVariable() {
    return "CLICKS_MAX_RECEIVES";
  }

  @Override
  protected Click decode(String body) throws MalformedJson {
    return ClickJson.read(body);
  }

  @Override
  protected void handle(Click click, Delivery delivery) {
    record.record(List.of(click));
  }

  @Override
  protected boolean worksOnBatches() {
    return true;
  }

  @Override
  protected void handleTogether(List<Click> clicks) {
    record.record(clicks);
  }
}
