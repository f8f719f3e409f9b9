package dev.parley.bench;

import dev.parley.bench.coldstart.ColdStart;
import dev.parley.bench.cost.Cost;
import dev.parley.bench.load.Burst;
import dev.parley.bench.load.Flood;
import dev.parley.bench.search.Search;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The command {@code infra/bench/run}. */
public final class BenchMain {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  /** A bench: what it tells, what it may be told, and what it does. */
  private record Command(String tells, Set<String> options, Body body) {}

  @FunctionalInterface
  private interface Body {
    void run(Options options);
  }

  private static final Map<String, Command> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put(
        "cold-start",
        new Command(
            "functions beside plain twins and references: cold, after a restore, warm, classes",
            Set.of("only", "rounds", "tls", "warm"),
            options -> new ColdStart(options, OUT).run()));
    COMMANDS.put(
        "cost",
        new Command(
            "requests, units and dollars of each flow against the fewest it can do with",
            Set.of("times", "details"),
            options -> new Cost(options, OUT).run()));
    COMMANDS.put(
        "burst",
        new Command(
            "10,000 webhooks at full speed: latency, drain, lost, doubled, out of order",
            Set.of("webhooks", "contacts", "connections", "rounds", "channels"),
            options -> new Burst(options, OUT).run()));
    COMMANDS.put(
        "flood",
        new Command(
            "one merchant's flood at paces and at full speed: how long another one's messages take,"
                + " how busy the machine is",
            Set.of("rates", "seconds"),
            options -> new Flood(options, OUT).run()));
    COMMANDS.put(
        "search",
        new Command(
            "100,000 products: requests, read units and time by kind of query",
            Set.of("products", "times"),
            options -> new Search(options, OUT).run()));
  }

  private BenchMain() {}

  public static void main(String[] arguments) {
    Command command = arguments.length == 0 ? null : COMMANDS.get(arguments[0]);
    if (command == null) {
      list();
      System.exit(arguments.length == 0 ? 0 : 2);
      return;
    }
    try {
      List<String> rest = List.of(arguments).subList(1, arguments.length);
      command.body().run(Options.read(rest, command.options()));
    } catch (IllegalArgumentException e) {
      OUT.println(e.getMessage());
      System.exit(2);
    }
  }

  private static void list() {
    OUT.println("infra/bench/run COMMAND [NAME=VALUE]...");
    COMMANDS.forEach(
        (name, command) ->
            OUT.printf("  %-11s %s %s%n", name, command.tells(), new TreeSet<>(command.options())));
  }
}
