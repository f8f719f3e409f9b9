package dev.parley.aws.forward;

import dev.parley.domain.forward.TargetHealth;
import dev.parley.json.JsonWriter;

/** How a target fares in the JSON that owners read, the same wherever it shows. */
public final class TargetHealthJson {
  private TargetHealthJson() {}

  public static void write(JsonWriter w, TargetHealth health) {
    TargetHealth.Disabled disabled = health.disabled();
    w.field("status", disabled == null ? "active" : "disabled");
    if (disabled == null) {
      w.put("disabled", null);
    } else {
      w.object(
          "disabled", d -> d.field("reason", disabled.reason()).time("since", disabled.since()));
    }
    w.time("failingSince", health.failingSince());
  }
}
