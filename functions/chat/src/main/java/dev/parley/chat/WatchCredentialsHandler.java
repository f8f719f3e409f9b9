package dev.parley.chat;

import dev.parley.aws.event.EventHandler;
import dev.parley.aws.log.EmbeddedMetric;
import dev.parley.chat.channels.WatchCredentials;
import dev.parley.chat.channels.WatchCredentials.Asked;
import dev.parley.json.JsonObject;
import dev.parley.json.JsonWriter;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** Asks the platforms about channels' credentials before customers notice that they ended. */
public final class WatchCredentialsHandler extends EventHandler {
  @Inject WatchCredentials watching;
  @Inject InstantSource time;

  @Override
  protected Consumer<JsonWriter> handle(JsonObject event) {
    Instant now = time.instant();
    List<Asked> asked = watching.run();
    List<Asked> ending = asked.stream().filter(one -> one.isEnding(now)).toList();
    ending.forEach(this::tell);
    return w -> w.field("asked", asked.size()).field("ending", ending.size());
  }

  private void tell(Asked one) {
    log()
        .warn(
            w -> {
              w.field("merchantId", one.channel().merchantId().value())
                  .field("channelId", one.channel().id().value());
              EmbeddedMetric.count(w, "EndingCredentials", 1, time.millis());
            });
  }
}
