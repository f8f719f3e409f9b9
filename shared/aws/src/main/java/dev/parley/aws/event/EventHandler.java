package dev.parley.aws.event;

import com.amazonaws.services.lambda.runtime.Context;
import dev.parley.aws.runtime.LeanStreamHandler;
import dev.parley.json.Json;
import dev.parley.json.JsonObject;
import dev.parley.json.JsonWriter;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * Base of a function that a schedule, the bus or a person invokes; a fault fails the invocation.
 */
public abstract class EventHandler extends LeanStreamHandler {
  @Inject InstantSource clock;

  /** Handles the event and writes what the invocation answers. */
  protected abstract Consumer<JsonWriter> handle(JsonObject event);

  @Override
  protected final void execute(InputStream input, OutputStream output, Context context)
      throws IOException {
    long started = clock.millis();
    Consumer<JsonWriter> answer = handle(Json.readObject(input.readAllBytes()));
    output.write(JsonWriter.text(answer).getBytes(StandardCharsets.UTF_8));
    log()
        .info(
            w ->
                w.field("requestId", context.getAwsRequestId())
                    .field("ms", clock.millis() - started));
  }
}
