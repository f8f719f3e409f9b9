package dev.parley.acceptance.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.acceptance.Http;
import dev.parley.acceptance.RunningParley;
import dev.parley.acceptance.faults.Trials.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Every call that the main job makes, found by recording, fails in turn: afterwards everything is
 * as it would be without.
 */
class FaultMatrixAcceptanceTest {
  @RegisterExtension static final RunningParley PARLEY = new RunningParley();

  /** A crash before a call is one after the call before it. */
  private static final List<Failure> WRITES = List.of(Failure.ERROR_AFTER, Failure.CRASH_AFTER);

  private static final List<Failure> READS = List.of(Failure.ERROR_BEFORE);
  private static final List<Failure> ALL =
      List.of(
          Failure.ERROR_BEFORE,
          Failure.ERROR_AFTER,
          Failure.CRASH_AFTER,
          Failure.CRASH_BEFORE,
          Failure.REPEATED,
          Failure.THROTTLED,
          Failure.LOST_BEFORE,
          Failure.LOST_AFTER);

  private final Set<RecordedCall> read = new HashSet<>();

  /**
   * Everything when asked for. Otherwise, in the time that a build has: what changes something
   * fails after it did and crashes after it did; a read fails, in the first flow that makes it.
   */
  private List<Failure> failures(RecordedCall call) {
    if (call.isDeletion()) {
      return List.of(Failure.DELIVERED_TWICE);
    }
    if (Boolean.getBoolean("parley.faults.all")) {
      return ALL;
    }
    if (call.isRead()) {
      return read.add(call) ? READS : List.of();
    }
    return WRITES;
  }

  @Test
  void losesAndDoublesNothingWhicheverCallFails() throws IOException {
    Http system = PARLEY.api();
    Trials trials = new Trials(PARLEY);
    String only = System.getProperty("parley.faults.flow", "");

    List<Trial> tried = new ArrayList<>();
    long start = System.nanoTime();
    for (Flow flow : Flow.ALL) {
      if (only.isEmpty() || only.equals(flow.name())) {
        Reference reference = trials.reference(flow);
        for (RecordedCall call : reference.calls()) {
          failures(call).forEach(failure -> tried.add(trials.trial(reference, call, failure)));
        }
      }
    }
    system.post("/_local/clock", Map.of("reset", true)).is(200);

    String table = FaultTable.of(tried, (System.nanoTime() - start) / 1_000_000_000);
    System.out.println(table);
    Files.writeString(Path.of("target/fault-matrix.txt"), table);
    assertEquals(
        List.of(), tried.stream().filter(trial -> !trial.isGood()).map(Trial::toString).toList());
  }
}
