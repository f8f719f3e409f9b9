package dev.parley.admin.parking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.fault.TransientFault;
import dev.parley.domain.parking.Parked;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SweepParkedTest {
  private final Waiting waiting = new Waiting();
  private final List<String> queued = new ArrayList<>();

  @Test
  void allThatIsParkedIsQueuedInItsOrder() {
    waiting.park(IntStream.range(0, 250).mapToObj(Integer::toString).toList());
    List<String> all = waiting.oldest(250);

    int count = sweep(this::taken);

    assertEquals(250, count);
    assertEquals(all, queued);
    assertEquals(List.of(), waiting.things);
  }

  @Test
  void whatTheQueueDoesNotTakeStaysParked() {
    waiting.park(List.of("a", "b", "c"));

    int count = sweep(things -> things.subList(1, 3));

    assertEquals(1, count);
    assertEquals(List.of("b", "c"), waiting.things);
  }

  @Test
  void nothingParkedIsNothingToDo() {
    assertEquals(0, sweep(things -> things));
  }

  @Test
  void aQueueThatIsDownDoesNotHoldUpTheOthers() {
    Waiting behind = new Waiting();
    waiting.park(List.of("held"));
    behind.park(List.of("free"));

    int count =
        new SweepParked(
                List.of(new Lane<>(waiting, things -> things), new Lane<>(behind, this::taken)))
            .sweep();

    assertEquals(1, count);
    assertEquals(List.of("free"), queued);
    assertEquals(List.of("held"), waiting.things);
  }

  @Test
  void aLaneThatBreaksHoldsUpNoOtherAndIsNotHidden() {
    Waiting behind = new Waiting();
    waiting.park(List.of("held"));
    behind.park(List.of("free"));
    Lane<String> broken =
        new Lane<>(
            waiting,
            things -> {
              throw new TransientFault("no queue");
            });
    SweepParked sweep = new SweepParked(List.of(broken, new Lane<>(behind, this::taken)));

    assertThrows(TransientFault.class, sweep::sweep);

    assertEquals(List.of("free"), queued);
    assertEquals(List.of("held"), waiting.things);
  }

  private List<String> taken(List<String> things) {
    queued.addAll(things);
    return List.of();
  }

  private int sweep(UnaryOperator<List<String>> queue) {
    return new SweepParked(List.of(new Lane<>(waiting, queue))).sweep();
  }

  private static final class Waiting implements Parked<String> {
    private final List<String> things = new ArrayList<>();

    @Override
    public void park(List<String> more) {
      things.addAll(more);
    }

    @Override
    public List<String> oldest(int most) {
      return things.stream().limit(most).toList();
    }

    @Override
    public void release(List<String> gone) {
      things.removeAll(gone);
    }
  }
}
