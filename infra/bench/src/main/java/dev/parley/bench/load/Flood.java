package dev.parley.bench.load;

import static dev.parley.bench.Timings.shown;

import dev.parley.bench.Options;
import dev.parley.bench.Table;
import dev.parley.bench.Timings;
import dev.parley.bench.system.LineCalls;
import dev.parley.bench.system.RunnerProcess;
import dev.parley.bench.system.Said;
import dev.parley.bench.system.Shop;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/**
 * How long a merchant's messages take from the webhook until the inbox shows them, while nothing
 * else happens and while another merchant is flooded at paces that the machine takes and at some
 * that it doesn't: the generator, the runner and its tables share the machine, so that it is busy
 * long before the template's limits (200 batches at once) are met.
 */
public final class Flood {
  private static final int CONNECTIONS = 16;

  /** How often the inbox is looked at; a merchant may ask 50 times a second. */
  private static final Duration LOOK = Duration.ofMillis(25);

  private static final int MESSAGES = 40;
  private static final int PEOPLE = 1_000;

  private final Options options;
  private final PrintStream out;
  private int number;
  private int floodedBefore;

  public Flood(Options options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  public void run() {
    int seconds = options.number("seconds", 20);
    Table table =
        new Table(
            "webhooks a second",
            "came",
            "machine busy",
            "runner's CPU each",
            "drained after",
            "messages",
            "p50 ms",
            "ratio",
            "p99 ms",
            "ratio",
            "max ms");
    try (RunnerProcess runner = RunnerProcess.start()) {
      Shop flooded = Shop.open(runner);
      Shop other = Shop.open(runner);
      Sender sender = new Sender(runner.api().uri(), CONNECTIONS);
      sender.send(Burst.calls(flooded.line(), said(1_000)));
      delays(other, MESSAGES);
      other.idle();
      Timings quiet = Timings.of(delays(other, MESSAGES));
      table.row(cells("none", List.of("", "", "", ""), MESSAGES, quiet, quiet));
      for (String rate : options.text("rates", "10,25,50,100").split(",")) {
        int perSecond = Integer.parseInt(rate);
        Flooding flooding = new Flooding(runner, flooded, other);
        flooding.during(sender.at(perSecond), perSecond * seconds).print(table, rate, quiet);
      }
      Flooding flooding = new Flooding(runner, flooded, other);
      flooding.during(sender, 250 * seconds).print(table, "full speed", quiet);
    }
    table.print(out);
    out.println(
        "How long another merchant's message takes while one is flooded, seen in steps of "
            + LOOK.toMillis()
            + " ms. Goal: a ratio of 2, where the machine isn't busy all of the time.");
  }

  /** One flood and what it did to the machine and to the other merchant. */
  private final class Flooding {
    private final RunnerProcess runner;
    private final Shop flooded;
    private final Shop other;
    private final List<Long> delays = new ArrayList<>();
    private List<String> machine = List.of();

    Flooding(RunnerProcess runner, Shop flooded, Shop other) {
      this.runner = runner;
      this.flooded = flooded;
      this.other = other;
    }

    /** Sees the other merchant's delays while so many webhooks of the flooded one come in. */
    Flooding during(Sender sender, int webhooks) {
      var calls = Burst.calls(flooded.line(), said(webhooks));
      Machine machineNow = Machine.watched();
      Duration cpuBefore = runner.cpu();
      var flood = CompletableFuture.supplyAsync(() -> sender.send(calls));
      while (!flood.isDone() || delays.isEmpty()) {
        delays.addAll(delays(other, 1));
      }
      double busy = machineNow.busy();
      long begin = System.nanoTime();
      flooded.idle();
      double drained = (System.nanoTime() - begin) / 1e9;
      double cpuEach = runner.cpu().minus(cpuBefore).toNanos() / 1e6 / webhooks;
      double came = webhooks / (flood.join().nanos() / 1e9);
      machine =
          List.of(
              String.format(Locale.ROOT, "%.0f", came),
              String.format(Locale.ROOT, "%.0f %%", busy * 100),
              String.format(Locale.ROOT, "%.1f ms", cpuEach),
              String.format(Locale.ROOT, "%.1f s", drained));
      return this;
    }

    void print(Table table, String name, Timings quiet) {
      table.row(cells(name, machine, delays.size(), Timings.of(delays), quiet));
    }
  }

  private List<Said> said(int webhooks) {
    List<Said> said = Burst.said(webhooks, PEOPLE, floodedBefore);
    floodedBefore += webhooks;
    return said;
  }

  private static String[] cells(
      String name, List<String> machine, int messages, Timings timings, Timings quiet) {
    List<String> cells = new ArrayList<>(List.of(name));
    cells.addAll(machine);
    cells.add(String.valueOf(messages));
    cells.add(shown(timings.percentile(0.5)));
    cells.add(ratio(quiet.percentile(0.5), timings.percentile(0.5)));
    cells.add(shown(timings.percentile(0.99)));
    cells.add(ratio(quiet.percentile(0.99), timings.percentile(0.99)));
    cells.add(shown(timings.max()));
    return cells.toArray(String[]::new);
  }

  private static String ratio(double quiet, double busy) {
    return String.format(Locale.ROOT, "%.2f", busy / quiet);
  }

  private List<Long> delays(Shop shop, int messages) {
    List<Long> delays = new ArrayList<>();
    for (int i = 0; i < messages; i++) {
      number++;
      String text = "第 " + number + " 句";
      long begin = System.nanoTime();
      var said = new Said(1_000_000 + number, LineCalls.user(7), text, System.currentTimeMillis());
      shop.line().send(shop.line().call(said)).is(200);
      while (!showsAsLast(shop, text)) {
        pause();
      }
      delays.add(System.nanoTime() - begin);
    }
    return delays;
  }

  private static boolean showsAsLast(Shop shop, String text) {
    return shop.agent()
        .get("/conversations?limit=1")
        .is(200)
        .text("/items/0/lastMessagePreview")
        .equals(text);
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
