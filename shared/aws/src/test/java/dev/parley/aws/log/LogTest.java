package dev.parley.aws.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.json.Json;
import dev.parley.json.JsonObject;
import dev.parley.json.MalformedJson;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LogTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final Log log =
      new Log(
          "LineWebhook",
          InstantSource.fixed(Instant.parse("2026-11-24T10:00:00Z")),
          new PrintStream(written, true, StandardCharsets.UTF_8));

  @Test
  void writesOneObjectALine() throws MalformedJson {
    log.info(w -> w.field("requestId", "r\n1"));

    JsonObject line = Json.readObject(written.toString(StandardCharsets.UTF_8).strip());
    assertEquals("LineWebhook", line.text("function"));
    assertEquals("r\n1", line.text("requestId"));
    assertEquals(1, written.toString(StandardCharsets.UTF_8).lines().count());
  }

  @Test
  void saysWhatAFaultIsAndWhereItComesFrom() throws MalformedJson {
    log.error(new IllegalStateException("why", new IllegalArgumentException("x")), w -> {});

    JsonObject line = Json.readObject(written.toString(StandardCharsets.UTF_8).strip());
    assertEquals("java.lang.IllegalStateException", line.text("fault"));
    assertTrue(line.text("where", "").startsWith("dev.parley.aws.log.LogTest"));
    assertEquals("java.lang.IllegalArgumentException", line.text("cause"));
  }

  @Test
  void carriesAMetricInTheEmbeddedFormat() throws MalformedJson {
    log.warn(w -> EmbeddedMetric.count(w, "EventsParked", 2, 1_764_000_000_000L));

    JsonObject line = Json.readObject(written.toString(StandardCharsets.UTF_8).strip());
    assertEquals(2, line.longValue("EventsParked"));
    assertEquals(
        "Parley", line.object("_aws").objects("CloudWatchMetrics").getFirst().text("Namespace"));
  }

  @Test
  void isWhatLibrariesLogThrough() {
    assertEquals(JsonLogger.class, LoggerFactory.getLogger("library").getClass());
  }
}
