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
import org.jspecify.annotations.Nullable;

/**
 * How long a merchant's messages take from the webhook until the inbox shows them, while nothing
 * else happens and while another merchant is flooded.
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
        new Table("webhooks a second", "messages", "p50 ms", "ratio", "p99 ms", "ratio", "max ms");
    try (RunnerProcess runner = RunnerProcess.start()) {
      Shop flooded = Shop.open(runner);
      Shop other = Shop.open(runner);
      Sender sender = new Sender(runner.api().uri(), CONNECTIONS);
      sender.send(Burst.calls(flooded.line(), said(1_000)));
      delays(other, MESSAGES);
      other.idle();
      Timings quiet = row(table, "none", delays(other, MESSAGES), null);
      for (String rate : options.text("rates", "50,100,150").split(",")) {
        int perSecond = Integer.parseInt(rate);
        row(table, rate, during(sender.at(perSecond), flooded, other, perSecond * seconds), quiet);
      }
      row(table, "full speed", during(sender, flooded, other, 250 * seconds), quiet);
    }
    table.print(out);
    out.println(
        "How long another merchant's message takes while one is flooded. Goal: 2. Delays are seen"
            + " in steps of "
            + LOOK.toMillis()
            + " ms.");
  }

  /** Returns the other merchant's delays while so many webhooks of the flooded one come in. */
  private List<Long> during(Sender sender, Shop flooded, Shop other, int webhooks) {
    var calls = Burst.calls(flooded.line(), said(webhooks));
    CompletableFuture<Sender.Taken> flood = CompletableFuture.supplyAsync(() -> sender.send(calls));
    List<Long> delays = new ArrayList<>();
    while (!flood.isDone() || delays.isEmpty()) {
      delays.addAll(delays(other, 1));
    }
    flooded.idle();
    return delays;
  }

  private List<Said> said(int webhooks) {
    List<Said> said = Burst.said(webhooks, PEOPLE, floodedBefore);
    floodedBefore += webhooks;
    return said;
  }

  private static Timings row(Table table, String name, List<Long> delays, @Nullable Timings quiet) {
    Timings timings = Timings.of(delays);
    table.row(
        name,
        String.valueOf(delays.size()),
        shown(timings.percentile(0.5)),
        quiet == null ? "" : ratio(quiet.percentile(0.5), timings.percentile(0.5)),
        shown(timings.percentile(0.99)),
        quiet == null ? "" : ratio(quiet.percentile(0.99), timings.percentile(0.99)),
        shown(timings.max()));
    return timings;
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
