package dev.parley.aws.chat;

import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.ReplayId;
import dev.parley.domain.replay.ReplayStep;
import dev.parley.json.Json;
import dev.parley.json.JsonObject;
import dev.parley.json.JsonWriter;
import dev.parley.json.MalformedJson;

/** Steps of runs as JSON, in the queue of replays. */
public final class ReplayStepJson {
  private ReplayStepJson() {}

  static String text(ReplayStep step) {
    return JsonWriter.text(
        w ->
            w.field("merchantId", step.merchantId().value())
                .field("replayId", step.replayId().value())
                .field("step", step.number()));
  }

  public static ReplayStep read(String text) throws MalformedJson {
    JsonObject json = Json.readObject(text);
    Long number = json.longValue("step");
    if (number == null) {
      throw new MalformedJson("not a step of a replay");
    }
    return new ReplayStep(
        new MerchantId(json.requiredText("merchantId")),
        new ReplayId(json.requiredText("replayId")),
        number);
  }
}
