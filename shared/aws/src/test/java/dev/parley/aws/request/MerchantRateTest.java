package dev.parley.aws.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.id.MerchantId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MerchantRateTest {
  private static final MerchantId ONE = new MerchantId("mer_1");
  private static final MerchantId OTHER = new MerchantId("mer_2");

  private Instant now = Instant.EPOCH;
  private final MerchantRate rate = new MerchantRate(5, () -> now);

  @Test
  void admitsABurstOfTwiceTheRateAndThenTheRate() {
    assertEquals(10, admitted(20));

    now = now.plusMillis(600);

    assertEquals(3, admitted(20));
  }

  @Test
  void saysAfterHowManySecondsToTryAgain() {
    admitted(10);

    assertEquals(Optional.of(1), rate.admit(ONE));
  }

  @Test
  void neverChargesAnotherMerchant() {
    admitted(20);

    assertTrue(rate.admit(OTHER).isEmpty());
  }

  private long admitted(int requests) {
    long admitted = 0;
    for (int i = 0; i < requests; i++) {
      admitted += rate.admit(ONE).isEmpty() ? 1 : 0;
    }
    return admitted;
  }
}
