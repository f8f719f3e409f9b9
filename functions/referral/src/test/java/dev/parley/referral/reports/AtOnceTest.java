package dev.parley.referral.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.fault.PermanentFault;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class AtOnceTest {
  @Test
  void allResultsAreInTheOrderOfTheirParts() {
    assertEquals(
        List.of(1, 2, 3), AtOnce.all(List.of(() -> List.of(1, 2), List::of, () -> List.of(3))));
  }

  @Test
  void aFactThatCanNeverBeReadIsNoFaultThatMayPass() {
    Callable<List<Integer>> part =
        () -> {
          throw new PermanentFault("not ever");
        };

    assertThrows(PermanentFault.class, () -> AtOnce.all(List.of(part)));
  }
}
