package dev.parley.local.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of each service and what it costs in its own units, in all and per function; a
 * function's operations stand in the order in which it first asked for them.
 */
public final class Meter {
  private static final class Tally {
    private long count;
    private double readUnits;
    private double writeUnits;

    void add(Capacity capacity) {
      count++;
      readUnits += capacity.readUnits();
      writeUnits += capacity.writeUnits();
    }

    ObjectNode json(String operation) {
      ObjectNode json = Json.object().put("count", count);
      if (operation.startsWith("dynamodb:")) {
        json.put("readUnits", readUnits).put("writeUnits", writeUnits);
      }
      return json;
    }
  }

  private static final class Usage {
    private long invocations;
    private double gigabyteSeconds;
    private final Map<String, Tally> operations = new LinkedHashMap<>();

    ObjectNode json() {
      ObjectNode json =
          Json.object().put("invocations", invocations).put("gbSeconds", gigabyteSeconds);
      json.set("operations", Meter.json(operations));
      return json;
    }
  }

  private final Map<String, Tally> operations = new TreeMap<>();
  private final Map<String, Usage> functions = new TreeMap<>();

  /** Counts a call without capacity units. */
  public void call(String operation, @Nullable String function) {
    call(operation, function, Capacity.NONE);
  }

  synchronized void call(String operation, @Nullable String function, Capacity capacity) {
    operations.computeIfAbsent(operation, name -> new Tally()).add(capacity);
    if (function != null) {
      Usage usage = functions.computeIfAbsent(function, name -> new Usage());
      usage.operations.computeIfAbsent(operation, name -> new Tally()).add(capacity);
    }
  }

  /**
   * Counts an invocation.
   *
   * @param billedMillis its duration, rounded up
   */
  public synchronized void invocation(String function, long billedMillis, int memoryMegabytes) {
    Usage usage = functions.computeIfAbsent(function, name -> new Usage());
    usage.invocations++;
    usage.gigabyteSeconds += billedMillis / 1000.0 * memoryMegabytes / 1024.0;
  }

  public synchronized void reset() {
    operations.clear();
    functions.clear();
  }

  public synchronized ObjectNode usage() {
    ObjectNode usage = Json.object();
    usage.set("operations", json(operations));
    ObjectNode each = usage.putObject("functions");
    functions.forEach((name, one) -> each.set(name, one.json()));
    return usage;
  }

  private static ObjectNode json(Map<String, Tally> operations) {
    ObjectNode json = Json.object();
    operations.forEach((name, tally) -> json.set(name, tally.json(name)));
    return json;
  }
}
