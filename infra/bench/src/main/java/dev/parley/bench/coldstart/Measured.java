package dev.parley.bench.coldstart;

import java.util.List;

/**
 * What one start took, in milliseconds.
 *
 * @param cpu processor time up to the first answer
 * @param total from the process's start to the first answer, without the pause in between
 * @param restored the first call after a restore, or 0 when there was none
 * @param warmCpu processor time of a call when all is warm, or 0 when none was made
 */
record Measured(double cpu, double init, double total, double restored, double warmCpu) {

  /** The values of a kind without the best and the worst fifth, averaged. */
  static double trimmedMean(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int cut = sorted.size() / 5;
    return sorted.subList(cut, sorted.size() - cut).stream()
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(0);
  }
}
