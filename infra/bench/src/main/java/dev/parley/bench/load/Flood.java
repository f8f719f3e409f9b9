package dev.parley.bench.load;

import static dev.parley.bench.Timings.shown;

import dev.parley.bench.Options;
import dev.parley.bench.Table;
import dev.parley.bench.Timings;
import dev.parley.bench.system.LineCalls;
import dev.parley.bench.system.LineCalls.Said;
import dev.parley.bench.system.RunnerProcess;
import dev.parley.bench.system.Shop;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/**
 * How long a merchant's messages take from the webhook until the inbox shows them, while nothing
 * else happens and while another merchant is flooded.
 */
public final class Flood {
  private static final int CONNECTIONS = 16;

  /** How often the inbox is looked at; a merchant may ask 50 times a second. */
  private static final Duration LOOK = Duration.ofMillis(25);

  private static final int MESSAGES = 40;

  private final Options options;
  private final PrintStream out;
  private int number;

  public Flood(Options options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  public void run() {
    int webhooks = options.number("webhooks", 5_000);
    Table table = new Table("another merchant's message", "p50 ms", "p99 ms", "max ms", "messages");
    try (RunnerProcess runner = RunnerProcess.start()) {
      Shop flooded = Shop.open(runner);
      Shop other = Shop.open(runner);
      Sender sender = new Sender(runner.api().uri(), CONNECTIONS);
      sender.send(Burst.calls(flooded.line(), Burst.said(1_000, 200)));
      delays(other, MESSAGES);
      other.idle();
      Timings quiet = Timings.of(delays(other, MESSAGES));
      var calls = Burst.calls(flooded.line(), Burst.said(webhooks, 1_000));
      CompletableFuture<Sender.Taken> flood =
          CompletableFuture.supplyAsync(() -> sender.send(calls));
      List<Long> during = new ArrayList<>();
      while (!flood.isDone() || during.isEmpty()) {
        during.addAll(delays(other, 1));
      }
      Timings busy = Timings.of(during);
      row(table, "alone", quiet, MESSAGES);
      row(table, "in the flood", busy, during.size());
      ratios(table, quiet, busy);
    }
    table.print(out);
    out.println("Goal: 2. Delays are seen in steps of " + LOOK.toMillis() + " ms.");
  }

  private static void row(Table table, String name, Timings timings, int messages) {
    table.row(
        name,
        shown(timings.percentile(0.5)),
        shown(timings.percentile(0.99)),
        shown(timings.max()),
        String.valueOf(messages));
  }

  private static void ratios(Table table, Timings quiet, Timings busy) {
    table.row(
        "ratio",
        ratio(quiet.percentile(0.5), busy.percentile(0.5)),
        ratio(quiet.percentile(0.99), busy.percentile(0.99)),
        ratio(quiet.max(), busy.max()),
        "");
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
