package dev.parley.aws.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.fault.PermanentFault;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanesTest {
  @Test
  void resultsAreInTheOrderOfTheirThings() {
    List<Integer> things = IntStream.range(0, 50).boxed().toList();

    assertEquals(things, Lanes.map(things, 3, thing -> thing));
    assertEquals(List.of(), Lanes.map(List.of(), 3, thing -> thing));
  }

  @Test
  void aFaultComesOutAsWhatItIs() {
    PermanentFault fault = new PermanentFault("not ever");

    PermanentFault thrown =
        assertThrows(PermanentFault.class, () -> Lanes.map(List.of(1), 2, failing(fault)));

    assertSame(fault, thrown);
  }

  private static Function<Integer, Integer> failing(RuntimeException fault) {
    return thing -> {
      throw fault;
    };
  }

  @Test
  void whatNobodyDeclaredIsNoFaultThatMayPass() {
    Callable<Integer> part =
        () -> {
          throw new IOException("x");
        };

    assertThrows(IllegalStateException.class, () -> Lanes.all(List.of(part), 1));
  }

  @Test
  void nothingBeginsOnceSomethingFailed() {
    AtomicInteger begun = new AtomicInteger();
    Callable<Integer> failing =
        () -> {
          throw new PermanentFault("not ever");
        };
    Callable<Integer> waiting =
        () -> {
          new CountDownLatch(1).await();
          return 0;
        };

    assertThrows(
        PermanentFault.class,
        () -> Lanes.all(List.of(failing, waiting, begun::incrementAndGet), 1));

    assertEquals(0, begun.get());
  }
}
