package dev.parley.acceptance.faults;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The trials as a table: flow, call, and what each failure of it led to. */
final class FaultTable {
  private FaultTable() {}

  static String of(List<Trial> trials, long seconds) {
    Map<String, StringBuilder> rows = new LinkedHashMap<>();
    Set<Flow> flows = new LinkedHashSet<>();
    for (Trial trial : trials) {
      flows.add(trial.flow());
      rows.computeIfAbsent(
              String.format(Locale.ROOT, "%-19s %-62s", trial.flow().name(), trial.call()),
              row -> new StringBuilder())
          .append(" | ")
          .append(cell(trial));
    }
    StringBuilder table =
        new StringBuilder(
            "\n"
                + "flow                call, and what its failure led to (s of the clock until all"
                + " was done)\n");
    rows.forEach((row, cells) -> table.append(row).append(cells).append('\n'));
    long bad = trials.stream().filter(trial -> !trial.isGood()).count();
    long longest = trials.stream().mapToLong(t -> t.recovered().toSeconds()).max().orElse(0);
    return table
        .append(
            String.format(
                Locale.ROOT,
                "%d flows, %d calls, %d trials in %d s; lost, doubled or stuck: %d; slowest"
                    + " recovery %d s%n",
                flows.size(),
                rows.size(),
                trials.size(),
                seconds,
                bad,
                longest))
        .toString();
  }

  private static String cell(Trial trial) {
    return trial.failure().name()
        + ": "
        + trial.outcome().text
        + (trial.recovered().isZero() ? "" : " " + trial.recovered().toSeconds() + " s");
  }
}
