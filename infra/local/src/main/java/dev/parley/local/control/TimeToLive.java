package dev.parley.local.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.local.events.Expiries;
import dev.parley.local.events.SignalBoard;
import dev.parley.local.gateway.AwsCallFault;
import dev.parley.local.gateway.AwsClient;
import dev.parley.local.gateway.Json;
import dev.parley.local.template.TableSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deletes the items whose time to live is over by the functions' clock. */
public final class TimeToLive {
  /** AWS takes longer; whoever reads treats what has expired as gone. */
  private static final Duration PERIOD = Duration.ofMinutes(5);

  private final AwsClient database;
  private final List<TableSpec> tables;
  private final InstantSource clock;
  private final Expiries expiries;
  private final SignalBoard board;
  private volatile Instant swept = Instant.EPOCH;

  public TimeToLive(
      AwsClient database,
      List<TableSpec> tables,
      InstantSource clock,
      Expiries expiries,
      SignalBoard board) {
    this.database = database;
    this.tables = tables;
    this.clock = clock;
    this.expiries = expiries;
    this.board = board;
  }

  /** Sweeps when the clock has moved on for long enough since it was last done. */
  void sweepWhenDue() {
    if (Duration.between(swept, clock.instant()).abs().compareTo(PERIOD) >= 0) {
      sweep();
    }
  }

  public void sweep() {
    swept = clock.instant();
    for (TableSpec table : tables) {
      String attribute = table.expiryAttribute();
      if (attribute != null) {
        sweep(table, attribute);
      }
    }
  }

  private void sweep(TableSpec table, String attribute) {
    @Nullable JsonNode from = null;
    do {
      ObjectNode scan = conditioned(table, attribute, "FilterExpression");
      if (from != null) {
        scan.set("ExclusiveStartKey", from);
      }
      JsonNode page = database.call("DynamoDB_20120810.Scan", scan);
      page.path("Items").forEach(item -> delete(table, attribute, item));
      from = page.get("LastEvaluatedKey");
    } while (from != null);
  }

  private ObjectNode conditioned(TableSpec table, String attribute, String expression) {
    ObjectNode request = Json.object().put("TableName", table.name()).put(expression, "#e < :now");
    request.putObject("ExpressionAttributeNames").put("#e", attribute);
    request
        .putObject("ExpressionAttributeValues")
        .putObject(":now")
        .put("N", Long.toString(clock.instant().getEpochSecond()));
    return request;
  }

  private void delete(TableSpec table, String attribute, JsonNode item) {
    ObjectNode request = conditioned(table, attribute, "ConditionExpression");
    ObjectNode key = request.putObject("Key");
    for (JsonNode part : table.create().path("KeySchema")) {
      String name = part.path("AttributeName").asText();
      key.set(name, item.path(name));
    }
    try {
      database.call("DynamoDB_20120810.DeleteItem", request);
      if (table.streams()) {
        expiries.deleted(table.name(), key);
        board.written(table.name());
      }
    } catch (AwsCallFault e) {
      if (!e.type().equals("ConditionalCheckFailedException")) {
        throw e; // renewed in the meantime is fine
      }
    }
  }
}
