package dev.parley.acceptance.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One of the calls that a flow makes: the nth of a function to an operation of a service. */
record RecordedCall(String function, String service, String operation, int nth) {
  /** What Lambda's poller does for a function, not the function itself. */
  private static final Set<String> POLLING =
      Set.of("sqs:ReceiveMessage", "sqs:ChangeMessageVisibilityBatch");

  private static final String DELETION = "sqs:DeleteMessageBatch";

  /** Reads what the meter of the runner counted. */
  static List<RecordedCall> all(JsonNode usage) {
    List<RecordedCall> calls = new ArrayList<>();
    usage
        .path("functions")
        .forEachEntry(
            (function, used) ->
                used.path("operations")
                    .forEachEntry(
                        (operation, tally) ->
                            addAll(calls, function, operation, tally.path("count").asInt())));
    return calls;
  }

  private static void addAll(List<RecordedCall> calls, String function, String metered, int count) {
    int colon = metered.indexOf(':');
    for (int nth = 1; nth <= count && !POLLING.contains(metered); nth++) {
      calls.add(
          new RecordedCall(
              function, metered.substring(0, colon), metered.substring(colon + 1), nth));
    }
  }

  /** Whether this is the poller's deletion of what the function is done with. */
  boolean isDeletion() {
    return DELETION.equals(service + ":" + operation);
  }

  /** Whether the call changes nothing, so that it is all the same whether it took place. */
  boolean isRead() {
    return operation.matches("GetItem|BatchGetItem|Query|Encrypt|Decrypt")
        || operation.startsWith("GET ");
  }

  /** Returns the fault, as the runner takes it, that makes this call fail. */
  Map<String, Object> failing(Failure failure) {
    Map<String, Object> fault = new LinkedHashMap<>();
    fault.put("service", service);
    fault.put("operation", operation);
    fault.put("function", function);
    fault.put("when", failure.when());
    fault.put("nth", nth);
    fault.put("error", failure.error());
    return fault;
  }

  @Override
  public String toString() {
    return function + " " + service + ":" + operation + (nth > 1 ? " #" + nth : "");
  }
}
