package dev.parley.aws.queue;

import com.amazonaws.services.lambda.runtime.Context;
import dev.parley.aws.deadletter.FaultReason;
import dev.parley.aws.runtime.LeanStreamHandler;
import dev.parley.aws.runtime.RuntimeEnvironment;
import dev.parley.domain.deadletter.FailureNotes;
import dev.parley.domain.deadletter.FailureNotes.Note;
import dev.parley.json.Json;
import dev.parley.json.JsonObject;
import dev.parley.json.JsonWriter;
import dev.parley.json.MalformedJson;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Base of a function behind an SQS queue. Each record is decoded and handled by itself and a
 * failure is reported for it alone; in a FIFO queue for what follows it in its group as well, so
 * that their order is kept, until the queue gives it up: then nothing waits for it any more.
 *
 * @param <M> what a record carries
 */
public abstract class QueueHandler<M> extends LeanStreamHandler {
  private static final String HELD = "A message of its group that came before it failed.";

  @Inject InstantSource clock;
  @Inject FailureNotes notes;

  /**
   * After how many deliveries the queue gives a message up; 0 when it never does. An initializer
   * would undo what is injected before it runs.
   */
  private int mostReceives;

  /**
   * Returns the name of the variable that says after how many deliveries the queue gives a message
   * up; {@code null} when it never does.
   */
  protected @Nullable String maxReceivesVariable() {
    return null;
  }

  @Inject
  public final void readMostReceives(RuntimeEnvironment environment) {
    String variable = maxReceivesVariable();
    if (variable != null) {
      mostReceives = Integer.parseInt(environment.required(variable));
    }
  }

  /** Reads a record's body; malformed bodies go to the dead letters. */
  protected abstract M decode(String body) throws MalformedJson;

  /** Handles one message; a fault leaves it in the queue. */
  protected abstract void handle(M message, Delivery delivery);

  /**
   * Returns whether the messages of a batch are handled together; after a fault they are handled
   * one by one.
   */
  protected boolean worksOnBatches() {
    return false;
  }

  /** Handles the messages of a batch together, where that saves work. */
  protected void handleTogether(List<M> messages) {
    throw new IllegalStateException("This function handles messages one by one");
  }

  private List<Delivery> handleAll(List<Delivery> deliveries) {
    if (worksOnBatches() && deliveries.size() > 1 && handledTogether(deliveries)) {
      return List.of();
    }
    List<Delivery> failed = new ArrayList<>();
    Set<String> heldGroups = new HashSet<>();
    for (Delivery delivery : deliveries) {
      if (heldGroups.contains(delivery.group())) {
        failed.add(delivery);
        note(delivery, HELD);
      } else if (!handled(delivery)) {
        failed.add(delivery);
        if (!delivery.group().isEmpty() && !isLast(delivery)) {
          heldGroups.add(delivery.group());
        }
      }
    }
    return failed;
  }

  private boolean handled(Delivery delivery) {
    try {
      handle(decode(delivery.body()), delivery);
      return true;
    } catch (MalformedJson | RuntimeException e) {
      return failed(delivery, e);
    }
  }

  private boolean handledTogether(List<Delivery> deliveries) {
    List<M> messages = new ArrayList<>();
    try {
      for (Delivery delivery : deliveries) {
        messages.add(decode(delivery.body()));
      }
      handleTogether(messages);
      return true;
    } catch (MalformedJson | RuntimeException e) {
      log().error(e, w -> w.field("together", deliveries.size()));
      return false;
    }
  }

  private boolean failed(Delivery delivery, Exception e) {
    log()
        .error(
            e,
            w ->
                w.field("messageId", delivery.messageId())
                    .field("receiveCount", delivery.receiveCount()));
    note(delivery, FaultReason.of(e));
    return false;
  }

  /** Returns whether the queue gives the message up when this delivery fails. */
  private boolean isLast(Delivery delivery) {
    return mostReceives > 0 && delivery.receiveCount() >= mostReceives;
  }

  /** Says for the dead letter why the last delivery failed; without, it is kept all the same. */
  private void note(Delivery delivery, String reason) {
    if (isLast(delivery)) {
      try {
        notes.note(delivery.messageId(), new Note(clock.instant(), reason));
      } catch (RuntimeException e) {
        log().error(e, w -> w.field("unnoted", delivery.messageId()));
      }
    }
  }

  @Override
  protected final void execute(InputStream input, OutputStream output, Context context)
      throws IOException {
    long started = clock.millis();
    List<Delivery> deliveries = deliveries(input);
    List<Delivery> failed = handleAll(deliveries);
    output.write(reply(failed));
    log()
        .info(
            w ->
                w.field("requestId", context.getAwsRequestId())
                    .field("records", deliveries.size())
                    .field("failed", failed.size())
                    .field("ms", clock.millis() - started));
  }

  private static List<Delivery> deliveries(InputStream input) throws IOException {
    JsonObject event = Json.readObject(input.readAllBytes());
    return event.objects("Records").stream().map(QueueHandler::delivery).toList();
  }

  private static Delivery delivery(JsonObject record) {
    JsonObject attributes = record.object("attributes");
    String queue = record.text("eventSourceARN", "");
    return new Delivery(
        queue.substring(queue.lastIndexOf(':') + 1),
        record.requiredText("messageId"),
        record.text("body", ""),
        attributes.text("MessageGroupId", ""),
        number(attributes.text("ApproximateReceiveCount"), "1"),
        Objects.requireNonNullElse(attributes.text("SequenceNumber"), "0"));
  }

  private static int number(@Nullable String text, String otherwise) {
    return Integer.parseInt(Objects.requireNonNullElse(text, otherwise));
  }

  private static byte[] reply(List<Delivery> failed) {
    return JsonWriter.text(
            w ->
                w.objects(
                    "batchItemFailures",
                    failed,
                    (item, delivery) -> item.field("itemIdentifier", delivery.messageId())))
        .getBytes(StandardCharsets.UTF_8);
  }
}
