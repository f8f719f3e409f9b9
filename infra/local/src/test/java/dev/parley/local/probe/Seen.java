package dev.parley.local.probe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the probes saw since it was last cleared. */
public final class Seen {
  /** Queue records, failed ones included. */
  public static final List<JsonNode> DELIVERIES = new CopyOnWriteArrayList<>();

  /** Group and id of each message stored. */
  public static final List<String> STORED = new CopyOnWriteArrayList<>();

  /** Stream records. */
  public static final List<JsonNode> CHANGES = new CopyOnWriteArrayList<>();

  /** Times of ticks. */
  public static final List<String> TICKS = new CopyOnWriteArrayList<>();

  private Seen() {}

  public static void clear() {
    DELIVERIES.clear();
    STORED.clear();
    CHANGES.clear();
    TICKS.clear();
  }
}
