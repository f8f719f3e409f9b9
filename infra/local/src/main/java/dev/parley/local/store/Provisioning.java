package dev.parley.local.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.local.gateway.AwsCallFault;
import dev.parley.local.gateway.AwsClient;
import dev.parley.local.gateway.Json;
import dev.parley.local.template.QueueSpec;
import dev.parley.local.template.TableSpec;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes the tables and queues of the template that are not there yet. */
public final class Provisioning {
  private static final List<String> CHANGEABLE =
      List.of(
          "VisibilityTimeout", "DelaySeconds", "ReceiveMessageWaitTimeSeconds", "RedrivePolicy");

  private final AwsClient database;
  private final AwsClient queues;

  public Provisioning(AwsClient database, AwsClient queues) {
    this.database = database;
    this.queues = queues;
  }

  public void tables(List<TableSpec> tables) {
    Set<String> there = new HashSet<>();
    database
        .call("DynamoDB_20120810.ListTables", Json.object())
        .path("TableNames")
        .forEach(name -> there.add(name.asText()));
    for (TableSpec table : tables) {
      if (!there.contains(table.name())) {
        database.call("DynamoDB_20120810.CreateTable", table.create());
      }
    }
  }

  /** Makes the queues, each after its dead-letter queue. */
  public void queues(List<QueueSpec> specs) {
    Set<String> made = new HashSet<>();
    Deque<QueueSpec> waiting = new ArrayDeque<>(specs);
    int tries = specs.size() * specs.size() + 1;
    while (!waiting.isEmpty() && tries-- > 0) {
      QueueSpec next = waiting.removeFirst();
      String deadLetters = next.deadLetterQueue();
      if (deadLetters == null || made.contains(deadLetters)) {
        queue(next);
        made.add(next.name());
      } else {
        waiting.addLast(next);
      }
    }
    if (!waiting.isEmpty()) {
      throw new IllegalArgumentException("No dead-letter queue for " + waiting.getFirst().name());
    }
  }

  private void queue(QueueSpec spec) {
    ObjectNode attributes = Json.object();
    spec.attributes().forEach(attributes::put);
    ObjectNode create = Json.object().put("QueueName", spec.name());
    create.set("Attributes", attributes);
    try {
      JsonNode there =
          queues.call("AmazonSQS.GetQueueUrl", Json.object().put("QueueName", spec.name()));
      attributes.retain(CHANGEABLE);
      ObjectNode change = Json.object().put("QueueUrl", there.path("QueueUrl").asText());
      change.set("Attributes", attributes);
      queues.call("AmazonSQS.SetQueueAttributes", change);
    } catch (AwsCallFault e) {
      if (!e.type().contains("QueueDoesNotExist")) {
        throw e;
      }
      queues.call("AmazonSQS.CreateQueue", create);
    }
  }
}
