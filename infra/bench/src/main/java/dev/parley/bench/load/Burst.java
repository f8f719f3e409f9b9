package dev.parley.bench.load;

import static dev.parley.bench.Timings.shown;

import dev.parley.bench.Options;
import dev.parley.bench.Table;
import dev.parley.bench.Timings;
import dev.parley.bench.system.ChannelCalls;
import dev.parley.bench.system.LineCalls;
import dev.parley.bench.system.RunnerProcess;
import dev.parley.bench.system.Said;
import dev.parley.bench.system.Shop;
import dev.parley.bench.system.SignedCall;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Many people write at once: how fast the webhooks are answered, how long the rest takes, and
 * whether anything is lost, doubled or out of order. One call in a hundred comes twice, as LINE
 * delivers again what was not answered in time.
 */
public final class Burst {
  private static final int REPEATED = 100;
  private static final int WARM_UP = 2000;

  /**
   * Senders of webhooks keep a bounded number of connections; LINE doesn't publish its own. With
   * more of them than the machine can work on, latency only measures their queue.
   */
  private static final int CONNECTIONS = 16;

  private final Options options;
  private final PrintStream out;

  public Burst(Options options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  public void run() {
    int webhooks = options.number("webhooks", 10_000);
    int contacts = options.number("contacts", 1_000);
    int connections = options.number("connections", CONNECTIONS);
    out.printf(
        Locale.ROOT,
        "%d webhooks of %d people over %d connections, one in %d sent twice%n%n",
        webhooks,
        contacts,
        connections,
        REPEATED);
    Table table =
        new Table(
            "burst",
            "p50 ms",
            "p99 ms",
            "of 250",
            "max ms",
            "per s",
            "drain s",
            "CPU s",
            "refused",
            "lost",
            "doubled",
            "out of order");
    for (int round = 1; round <= options.number("rounds", 1); round++) {
      round(table, round, webhooks, contacts, connections);
    }
    table.print(out);
  }

  private void round(Table table, int round, int webhooks, int contacts, int connections) {
    try (RunnerProcess runner = RunnerProcess.start()) {
      Sender sender = new Sender(runner.api().uri(), connections);
      Shop warm = Shop.open(runner);
      sender.send(calls(channels(warm), WARM_UP, 200, new ArrayList<>()));
      warm.idle();
      Shop shop = Shop.open(runner);
      List<Said> said = new ArrayList<>();
      List<SignedCall> calls = calls(channels(shop), webhooks, contacts, said);
      double cpu = runner.cpu().toMillis() / 1000.0;
      long begin = System.nanoTime();
      Sender.Taken taken = sender.send(calls);
      shop.idle();
      double drain = (System.nanoTime() - begin - taken.nanos()) / 1e9;
      cpu = runner.cpu().toMillis() / 1000.0 - cpu;
      row(table, round, taken, drain, cpu, Stored.compare(shop.agent(), byUser(said)));
    }
  }

  private List<ChannelCalls> channels(Shop shop) {
    return Arrays.stream(options.text("channels", "line").split(",")).map(shop::channel).toList();
  }

  /**
   * Returns the calls of people who are spread over the channels.
   *
   * @param said gets what they say
   */
  private static List<SignedCall> calls(
      List<ChannelCalls> channels, int webhooks, int contacts, List<Said> said) {
    List<SignedCall> calls = new ArrayList<>();
    for (Said one : said(webhooks, contacts)) {
      int person = one.number() % contacts;
      ChannelCalls channel = channels.get(person % channels.size());
      Said own = new Said(one.number(), channel.person(person), one.text(), one.at());
      said.add(own);
      add(calls, channel, own);
    }
    return calls;
  }

  private static void row(
      Table table, int round, Sender.Taken taken, double drain, double cpu, Stored stored) {
    Timings timings = Timings.of(taken.latencies());
    table.row(
        "round " + round,
        shown(timings.percentile(0.5)),
        shown(timings.percentile(0.99)),
        String.format(Locale.ROOT, "%.2f", timings.percentile(0.99) / 250),
        shown(timings.max()),
        shown(taken.latencies().length / (taken.nanos() / 1e9)),
        shown(drain),
        shown(cpu),
        String.valueOf(taken.refused()),
        String.valueOf(stored.lost()),
        String.valueOf(stored.doubled()),
        String.valueOf(stored.disordered()));
  }

  /** Returns what all people say, everyone once before anyone says the next thing. */
  static List<Said> said(int webhooks, int contacts) {
    return said(webhooks, contacts, 0);
  }

  /**
   * Returns what all people say.
   *
   * @param before how many things they said already
   */
  static List<Said> said(int webhooks, int contacts, int before) {
    long start = System.currentTimeMillis();
    List<Said> said = new ArrayList<>(webhooks);
    for (int i = before; i < before + webhooks; i++) {
      int person = i % contacts;
      String text = "客人 " + person + " 說第 " + i / contacts + " 句：請問這款還有貨嗎？";
      said.add(new Said(i, LineCalls.user(person), text, start + i));
    }
    return said;
  }

  static List<SignedCall> calls(ChannelCalls channel, List<Said> said) {
    List<SignedCall> calls = new ArrayList<>(said.size());
    said.forEach(one -> add(calls, channel, one));
    return calls;
  }

  private static void add(List<SignedCall> calls, ChannelCalls channel, Said said) {
    calls.add(channel.call(said));
    if (said.number() % REPEATED == 0) {
      calls.add(channel.again(said));
    }
  }

  private static Map<String, List<Said>> byUser(List<Said> said) {
    Map<String, List<Said>> byUser = new LinkedHashMap<>();
    said.forEach(
        one ->
            byUser
                .computeIfAbsent(
                    one.text().substring(0, one.text().indexOf(" 說")), u -> new ArrayList<>())
                .add(one));
    return byUser;
  }
}
