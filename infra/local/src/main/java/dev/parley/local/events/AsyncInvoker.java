package dev.parley.local.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.local.gateway.AwsClient;
import dev.parley.local.gateway.Json;
import dev.parley.local.lambda.Activity;
import dev.parley.local.lambda.LambdaFunction;
import dev.parley.local.lambda.Outcome;
import dev.parley.local.store.QueueDepths;
import java.nio.charset.StandardCharsets;

/** Invokes without an answer: tried again as the template says, then reported to a queue. */
public final class AsyncInvoker {
  private final AwsClient queues;
  private final SignalBoard board;
  private final Activity activity;

  public AsyncInvoker(AwsClient queues, SignalBoard board, Activity activity) {
    this.queues = queues;
    this.board = board;
    this.activity = activity;
  }

  /** Returns at once. */
  void start(LambdaFunction function, byte[] event) {
    activity.began();
    Thread.ofVirtual()
        .name("async-" + function.spec().logicalId())
        .start(() -> run(function, event));
  }

  private void run(LambdaFunction function, byte[] event) {
    try {
      invoke(function, event);
    } finally {
      activity.ended();
    }
  }

  /** Invokes and waits, retries included. */
  Outcome invoke(LambdaFunction function, byte[] event) {
    Outcome outcome = function.invoke(event);
    for (int i = 0; i < function.spec().retries() && !outcome.returned(); i++) {
      outcome = function.invoke(event);
    }
    String queue = function.spec().failureQueue();
    if (!outcome.returned() && queue != null) {
      ObjectNode report = Json.object();
      report
          .putObject("requestContext")
          .put("functionArn", function.spec().logicalId())
          .put("condition", "RetriesExhausted");
      report.set("requestPayload", Json.parse(event));
      report.set("responsePayload", outcome.json().path("error"));
      report(queue, report);
    }
    return outcome;
  }

  /** Sends the report to a queue, as a failure destination gets it. */
  void report(String queue, ObjectNode report) {
    String body = new String(Json.bytes(report), StandardCharsets.UTF_8);
    queues.call(
        "AmazonSQS.SendMessage",
        Json.object().put("QueueUrl", QueueDepths.url(queue)).put("MessageBody", body));
    board.changed(queue);
  }

  void changed() {
    activity.changed();
  }
}
