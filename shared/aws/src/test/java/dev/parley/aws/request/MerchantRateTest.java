package dev.parley.aws.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.aws.log.Log;
import dev.parley.domain.fault.TransientFault;
import dev.parley.domain.id.MerchantId;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MerchantRateTest {
  private static final MerchantId ONE = new MerchantId("mer_1");
  private static final MerchantId OTHER = new MerchantId("mer_2");
  private static final int PER_SECOND = 5;

  private final Map<String, Long> counts = new HashMap<>();
  private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
  private final MerchantRate rate = sandbox();
  private Instant now = Instant.parse("2026-11-24T10:00:03.500Z");
  private boolean broken;
  private int asked;

  private MerchantRate sandbox() {
    PrintStream out = new PrintStream(logged, true, StandardCharsets.UTF_8);
    return new MerchantRate(PER_SECOND, this::count, () -> now, new Log("Test", () -> now, out));
  }

  private long count(String whose, Instant window, int requests) {
    asked++;
    if (broken) {
      throw new TransientFault("throttled");
    }
    return counts.merge(whose + window, (long) requests, Long::sum);
  }

  private static int admitted(MerchantRate sandbox, int requests) {
    int admitted = 0;
    for (int i = 0; i < requests; i++) {
      admitted += sandbox.admit(ONE).isEmpty() ? 1 : 0;
    }
    return admitted;
  }

  @Test
  void admitsTheRateInTenSecondsAndGoesOnInTheNext() {
    assertEquals(50, admitted(rate, 500));

    now = Instant.parse("2026-11-24T10:00:10Z");

    assertEquals(50, admitted(rate, 500));
  }

  @Test
  void holdsAllSandboxesToOneRate() {
    List<MerchantRate> sandboxes = Stream.generate(this::sandbox).limit(4).toList();

    int admitted = 0;
    for (int i = 0; i < 100; i++) {
      for (MerchantRate sandbox : sandboxes) {
        admitted += admitted(sandbox, 1);
      }
    }

    assertTrue(admitted >= 50 && admitted < 50 + 4 * 10, () -> "a rate of its own");
  }

  @Test
  void asksNothingOfAnyServiceForFewRequestsAndForThoseItRefuses() {
    admitted(rate, 9);
    assertEquals(0, asked);

    admitted(rate, 1000);

    assertEquals(6, asked);
  }

  @Test
  void saysAfterHowManySecondsToTryAgain() {
    admitted(rate, 500);

    assertEquals(Optional.of(7), rate.admit(ONE));
    now = Instant.parse("2026-11-24T10:00:09.999Z");
    assertEquals(Optional.of(1), rate.admit(ONE));
  }

  @Test
  void neverChargesAnotherMerchant() {
    admitted(rate, 500);

    assertTrue(rate.admit(OTHER).isEmpty());
  }

  @Test
  void letsRequestsGoOnWhileTheyCantBeCountedAndSaysSo() {
    broken = true;
    assertEquals(40, admitted(rate, 40));
    assertTrue(logged.toString(StandardCharsets.UTF_8).contains("\"uncounted\":40"));

    broken = false;

    assertEquals(10, admitted(rate, 100));
  }
}
