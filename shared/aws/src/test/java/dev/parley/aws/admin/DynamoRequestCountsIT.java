package dev.parley.aws.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.aws.request.RequestCounts;
import dev.parley.testkit.aws.LocalAws;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoRequestCountsIT {
  @RegisterExtension static final LocalAws AWS = new LocalAws();

  private static final Instant WINDOW = Instant.parse("2026-11-24T10:00:00Z");

  @Test
  void addsUpWhatManySandboxesTellByWhoAskedAndWindow() {
    RequestCounts counts = new DynamoRequestCounts(AWS.dynamo(), AWS.table());
    String one = "mer_" + UUID.randomUUID();
    String other = "mer_" + UUID.randomUUID();

    IntStream.range(0, 20).parallel().forEach(i -> counts.add(one, WINDOW, 5));

    assertEquals(101, counts.add(one, WINDOW, 1));
    assertEquals(5, counts.add(one, WINDOW.plusSeconds(10), 5));
    assertEquals(7, counts.add(other, WINDOW, 7));
  }
}
