package dev.parley.aws.stream;

import com.amazonaws.services.lambda.runtime.Context;
import dev.parley.aws.deadletter.FaultReason;
import dev.parley.aws.runtime.LeanStreamHandler;
import dev.parley.domain.deadletter.FailureNotes;
import dev.parley.domain.deadletter.FailureNotes.Note;
import dev.parley.json.Json;
import dev.parley.json.JsonObject;
import dev.parley.json.JsonWriter;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Base of a function behind a table's stream. Records are handled in order; at the first that fails
 * the batch ends and the stream delivers again from there.
 */
public abstract class StreamHandler extends LeanStreamHandler {
  @Inject InstantSource clock;
  @Inject FailureNotes notes;

  /** Begins a batch; returns what handles each of its changes. */
  protected abstract Consumer<Change> begin();

  /**
   * One change of one item; what the stream's view leaves out is empty.
   *
   * @param at when it was, to the second
   * @param keys the item's key attributes
   * @param before the item as it was; empty when it is new
   * @param after the item as it became; empty when it is gone
   */
  public record Change(
      String sequenceNumber,
      Instant at,
      Map<String, AttributeValue> keys,
      Map<String, AttributeValue> before,
      Map<String, AttributeValue> after) {}

  @Override
  protected final void execute(InputStream input, OutputStream output, Context context)
      throws IOException {
    long started = clock.millis();
    List<JsonObject> records = Json.readObject(input.readAllBytes()).objects("Records");
    String failed = null;
    Consumer<Change> batch = begin();
    for (int i = 0; i < records.size() && failed == null; i++) {
      failed = failure(batch, records.get(i).object("dynamodb"));
    }
    output.write(reply(failed));
    boolean whole = failed == null;
    log()
        .info(
            w ->
                w.field("requestId", context.getAwsRequestId())
                    .field("records", records.size())
                    .field("complete", whole)
                    .field("ms", clock.millis() - started));
  }

  private @Nullable String failure(Consumer<Change> batch, JsonObject record) {
    String sequenceNumber = record.requiredText("SequenceNumber");
    try {
      batch.accept(change(sequenceNumber, record));
      return null;
    } catch (RuntimeException e) {
      log().error(e, w -> w.field("sequenceNumber", sequenceNumber));
      note(sequenceNumber, FaultReason.of(e));
      return sequenceNumber;
    }
  }

  /** A stream doesn't say how often it delivered: each failure may be the last one. */
  private void note(String sequenceNumber, String reason) {
    try {
      notes.note(sequenceNumber, new Note(clock.instant(), reason));
    } catch (RuntimeException e) {
      log().error(e, w -> w.field("unnoted", sequenceNumber));
    }
  }

  private static Change change(String sequenceNumber, JsonObject record) {
    BigDecimal second = record.number("ApproximateCreationDateTime");
    return new Change(
        sequenceNumber,
        Instant.ofEpochSecond(second == null ? 0 : second.longValue()),
        Images.attributes(record.object("Keys")),
        Images.attributes(record.object("OldImage")),
        Images.attributes(record.object("NewImage")));
  }

  private static byte[] reply(@Nullable String failed) {
    List<String> failures = failed == null ? List.of() : List.of(failed);
    return JsonWriter.text(
            w ->
                w.objects(
                    "batchItemFailures",
                    failures,
                    (item, number) -> item.field("itemIdentifier", number)))
        .getBytes(StandardCharsets.UTF_8);
  }
}
