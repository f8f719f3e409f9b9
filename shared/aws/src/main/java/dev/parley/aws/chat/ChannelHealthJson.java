package dev.parley.aws.chat;

import dev.parley.domain.channel.ChannelHealth;
import dev.parley.json.JsonWriter;
import java.time.Instant;

/** A channel's health in the JSON that owners read, the same wherever it shows. */
public final class ChannelHealthJson {
  private ChannelHealthJson() {}

  public static void write(JsonWriter w, ChannelHealth health, Instant now) {
    w.field("state", health.state(now).wireName())
        .time("lastEventAt", health.lastEventAt())
        .time("lastSendAt", health.lastSendAt());
    ChannelHealth.Trouble trouble = health.lastError();
    if (trouble == null) {
      w.put("lastError", null);
    } else {
      w.object(
          "lastError",
          error ->
              error
                  .time("at", trouble.at())
                  .field("code", trouble.code())
                  .field("reason", trouble.reason()));
    }
    w.time("credentialExpiresAt", health.credentialExpiresAt());
  }
}
