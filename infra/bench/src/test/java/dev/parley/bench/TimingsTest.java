package dev.parley.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TimingsTest {
  @Test
  void aPercentileIsATimeThatWasMeasured() {
    long[] nanos = LongStream.rangeClosed(1, 200).map(i -> (201 - i) * 1_000_000).toArray();

    Timings timings = Timings.of(nanos);

    assertEquals(100, timings.percentile(0.5));
    assertEquals(198, timings.percentile(0.99));
    assertEquals(200, timings.max());
  }

  @Test
  void nothingMeasuredIsNoTime() {
    assertEquals(0, Timings.of(new long[0]).percentile(0.99));
  }
}
