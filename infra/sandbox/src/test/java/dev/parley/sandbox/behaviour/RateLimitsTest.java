package dev.parley.sandbox.behaviour;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

  @Test
  void twoThousandASecondPassPerChannelAndEndpoint() {
    AtomicLong now = new AtomicLong();
    RateLimits limits = new RateLimits(now::get, operation -> 2000);
    for (int i = 0; i < 2000; i++) {
      assertTrue(limits.allow("a", "push"));
    }

    assertFalse(limits.allow("a", "push"));
    assertTrue(limits.allow("b", "push"));
    assertTrue(limits.allow("a", "reply"));

    now.addAndGet(TimeUnit.MILLISECONDS.toNanos(1));

    assertTrue(limits.allow("a", "push"));
    assertTrue(limits.allow("a", "push"));
    assertFalse(limits.allow("a", "push"));
  }
}
