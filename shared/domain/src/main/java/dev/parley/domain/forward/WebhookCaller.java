package dev.parley.domain.forward;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls addresses that merchants named, and none that they may not reach. */
public interface WebhookCaller {
  /** The header of every such call: a webhook of ours goes on with none that has it. */
  String MARK = "parley-forwarded";

  /** Posts the body as JSON; what the address answers beside its status is not read. */
  Result post(String url, Map<String, String> headers, String body);

  /** What came of a call. */
  sealed interface Result {
    /**
     * The address answered.
     *
     * @param retryAfter how long it wants to be left alone; {@code null} when it doesn't say
     */
    record Answered(int status, @Nullable Duration retryAfter) implements Result {}

    /** No answer came, or the address may not be called. */
    record Silent(String reason) implements Result {}
  }
}
