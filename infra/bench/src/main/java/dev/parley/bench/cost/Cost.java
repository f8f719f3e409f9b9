package dev.parley.bench.cost;

import dev.parley.bench.Options;
import dev.parley.bench.Table;
import dev.parley.bench.system.RunnerProcess;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What each flow asks of AWS, counted by the runner: once one by one, so that batches hold one, and
 * once many together; batches of ten lie on the straight line through both.
 */
public final class Cost {
  private static final int AT_ONCE = 16;

  private final Options options;
  private final PrintStream out;

  public Cost(Options options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  /**
   * A flow, counted.
   *
   * @param single a flow's units when batches hold one
   * @param full when they hold as many as they may, and ten at the most
   */
  private record Counted(Flow flow, Units single, Units full, Usage usage) {
    int batch() {
      return Math.min(10, flow.mostInBatch());
    }
  }

  public void run() {
    int times = options.number("times", 20);
    List<Counted> all = new ArrayList<>();
    try (RunnerProcess runner = RunnerProcess.start()) {
      Flows flows = new Flows(runner, times);
      for (Flow flow : flows.all()) {
        all.add(count(runner, flow, times));
      }
    }
    units(all);
    dollars(all);
    if (options.text("details", "no").equals("yes")) {
      details(all, times);
    }
  }

  private static Counted count(RunnerProcess runner, Flow flow, int times) {
    Usage alone =
        used(
            runner,
            () -> {
              for (int i = 0; i < times; i++) {
                flow.perform().accept(i);
                idle(runner);
              }
            });
    Units single = alone.units().times(1.0 / times);
    if (flow.mostInBatch() == 1) {
      return new Counted(flow, single, single, alone);
    }
    int many = 5 * times;
    Usage crowd = used(runner, () -> together(flow, times, many));
    double batch = many / crowd.batches();
    Units line = line(single, crowd.units().times(1.0 / many), batch, flow);
    return new Counted(flow, single, line, alone);
  }

  /** Returns the units at full batches; the time of functions stays what it is alone. */
  private static Units line(Units single, Units crowd, double batch, Flow flow) {
    double full = Math.min(10, flow.mostInBatch());
    double share = (1 - 1 / full) / (1 - 1 / batch);
    Units at = single.times(1 - share).plus(crowd.times(share));
    return new Units(
        at.api(),
        at.invocations(),
        single.gigabyteSeconds(),
        at.fifo(),
        at.standard(),
        at.reads(),
        at.writes(),
        at.keys(),
        at.logBytes());
  }

  private static Usage used(RunnerProcess runner, Runnable work) {
    idle(runner);
    runner.api().post("/_local/usage/reset", "").is(204);
    int before = runner.outputLines().size();
    work.run();
    idle(runner);
    return Usage.take(runner, before);
  }

  private static void idle(RunnerProcess runner) {
    runner.api().get("/_local/idle?timeoutMs=60000").is(200);
  }

  private static void together(Flow flow, int from, int many) {
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = from; i < from + many; i++) {
        int number = i;
        running.add(threads.submit(() -> flow.perform().accept(number)));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A flow broke", e.getCause());
    }
  }

  private void units(List<Counted> all) {
    out.println("Requests and units of one, in batches of one; fewest: see FewestUnits.java");
    Table table =
        new Table(
            "flow",
            "API",
            "Lambda",
            "SQS",
            "read",
            "write",
            "KMS",
            "units",
            "fewest",
            "ratio",
            "in batches",
            "ratio",
            "goal",
            "log bytes a call",
            "longest line");
    all.forEach(one -> units(table, one));
    table.print(out);
  }

  private static void units(Table table, Counted one) {
    Units units = one.single();
    Units fewest = one.flow().fewest().inBatchesOf(1);
    Units fewestFull = one.flow().fewest().inBatchesOf(one.batch());
    table.row(
        one.flow().name(),
        number(units.api()),
        number(units.invocations()),
        number(units.fifo() + units.standard()),
        number(units.reads()),
        number(units.writes()),
        number(units.keys()),
        number(units.count()),
        number(fewest.count()),
        number(units.count() / fewest.count()),
        "of " + one.batch(),
        number(one.full().count() / fewestFull.count()),
        "≤ " + one.flow().goal(),
        number(units.logBytes() / units.invocations()),
        String.valueOf(one.usage().longestLine()));
  }

  private void dollars(List<Counted> all) {
    out.println("Dollars a million, prices of 2026-11; Lambda's time is this machine's");
    Table table =
        new Table(
            "flow",
            "batch 1",
            "batch 10",
            "fewest",
            "ratio",
            "API",
            "Lambda",
            "SQS",
            "DynamoDB",
            "KMS",
            "logs");
    for (Counted one : all) {
      Units units = one.single();
      Units fewest = one.flow().fewest().inBatchesOf(1);
      double sum = units.dollars();
      double free = units.gigabyteSeconds() * Prices.GIGABYTE_SECOND + units.dollarsOfLogs();
      table.row(
          one.flow().name(),
          number(sum),
          number(one.full().dollars()),
          number(fewest.dollars()),
          number((sum - free) / fewest.dollars()),
          share(units.dollarsOfApi(), sum),
          share(units.dollarsOfLambda(), sum),
          share(units.dollarsOfQueues(), sum),
          share(units.dollarsOfTables(), sum),
          share(units.dollarsOfKeys(), sum),
          share(units.dollarsOfLogs(), sum));
    }
    table.print(out);
    out.println("fewest and ratio without Lambda's time and logs, in batches of one");
  }

  private void details(List<Counted> all, int times) {
    for (Counted one : all) {
      out.println("\n" + one.flow().name());
      one.usage().details(times).forEach(line -> out.println("  " + line));
    }
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static String share(double part, double sum) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * part / sum);
  }
}
