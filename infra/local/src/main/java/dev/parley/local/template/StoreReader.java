package dev.parley.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns table and queue resources into what creates them. */
final class StoreReader {
  private static final List<String> QUEUE_ATTRIBUTES =
      List.of(
          "FifoQueue",
          "ContentBasedDeduplication",
          "DelaySeconds",
          "VisibilityTimeout",
          "MessageRetentionPeriod",
          "MaximumMessageSize",
          "ReceiveMessageWaitTimeSeconds");
  private static final List<String> INDEX_KINDS =
      List.of("GlobalSecondaryIndexes", "LocalSecondaryIndexes");

  private StoreReader() {}

  static TableSpec table(Resource resource) {
    ObjectNode create = JsonNodeFactory.instance.objectNode();
    create.put("TableName", PhysicalNames.name(resource));
    create.set("AttributeDefinitions", texts(required(resource, "AttributeDefinitions")));
    create.set("KeySchema", texts(required(resource, "KeySchema")));
    create.put("BillingMode", "PAY_PER_REQUEST");
    for (String kind : INDEX_KINDS) {
      if (resource.property(kind) instanceof Node.Items indexes && !indexes.list().isEmpty()) {
        create.set(kind, indexes(texts(indexes)));
      }
    }
    if (resource.property("StreamSpecification") instanceof Node.Fields stream) {
      create
          .putObject("StreamSpecification")
          .put("StreamEnabled", true)
          .put("StreamViewType", stream.required("StreamViewType").text());
    }
    return new TableSpec(PhysicalNames.name(resource), create, expiryAttribute(resource));
  }

  private static Node required(Resource resource, String property) {
    return SamReader.required(resource, property);
  }

  /** Throughput of an index means nothing on demand, and the local database refuses it. */
  private static JsonNode indexes(JsonNode indexes) {
    indexes.forEach(
        index ->
            ((ObjectNode) index)
                .remove(
                    List.of(
                        "ProvisionedThroughput",
                        "ContributorInsightsSpecification",
                        "OnDemandThroughput",
                        "WarmThroughput")));
    return indexes;
  }

  /** All that a table's definition holds are texts, whatever they look like. */
  private static JsonNode texts(Node node) {
    return switch (node) {
      case Node.Text text -> JsonNodeFactory.instance.textNode(text.text());
      case Node.Items items -> {
        var array = JsonNodeFactory.instance.arrayNode();
        items.list().forEach(item -> array.add(texts(item)));
        yield array;
      }
      case Node.Fields fields -> {
        var object = JsonNodeFactory.instance.objectNode();
        fields.map().forEach((name, value) -> object.set(name, texts(value)));
        yield object;
      }
      case Node.None none -> none.json();
    };
  }

  private static @Nullable String expiryAttribute(Resource resource) {
    return resource.property("TimeToLiveSpecification") instanceof Node.Fields expiry
            && expiry.flag("Enabled", false)
        ? expiry.required("AttributeName").text()
        : null;
  }

  static QueueSpec queue(Resource resource) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (String name : QUEUE_ATTRIBUTES) {
      if (resource.property(name) instanceof Node.Text value) {
        attributes.put(name, value.text());
      }
    }
    if ("false".equals(attributes.get("FifoQueue"))) {
      attributes.remove("FifoQueue");
    }
    if (resource.property("RedrivePolicy") instanceof Node.Fields policy) {
      attributes.put(
          "RedrivePolicy",
          JsonNodeFactory.instance
              .objectNode()
              .put("deadLetterTargetArn", policy.required("deadLetterTargetArn").text())
              .put("maxReceiveCount", policy.required("maxReceiveCount").number())
              .toString());
    }
    return new QueueSpec(PhysicalNames.name(resource), Map.copyOf(attributes));
  }
}
