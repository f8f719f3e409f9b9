package dev.parley.bench.coldstart;

import dev.parley.bench.Options;
import dev.parley.bench.Table;
import dev.parley.bench.Timings;
import dev.parley.local.LocalOptions;
import dev.parley.local.LocalParley;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How long functions take to start beside their plain twins, which make the same AWS calls: each in
 * a fresh process through the real runtime interface client, in an order shuffled anew each round,
 * against the local runner's tables and queues, with TLS before them. References do LineWebhook's
 * work in other ways.
 */
public final class ColdStart {
  private static final int WARM_UP = 300;

  private final Options options;
  private final PrintStream out;
  private final Map<String, List<Measured>> measured = new LinkedHashMap<>();
  private final Map<String, Long> classes = new LinkedHashMap<>();

  public ColdStart(Options options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  public void run() {
    int rounds = options.number("rounds", 10);
    // The runner's functions log to this process's output, which is the table's.
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    try (LocalParley parley = LocalParley.start(LocalOptions.onFreePorts().withoutDemo());
        TlsFront front = front(parley)) {
      Reach reach = front == null ? Reach.DIRECT : front.reach();
      List<Variant> variants = chosen(Variants.of(parley, reach));
      variants.forEach(variant -> classes.put(variant.name(), classes(variant)));
      Random random = new Random(42);
      for (int round = 0; round < rounds; round++) {
        List<Variant> order = new ArrayList<>(variants);
        Collections.shuffle(order, random);
        for (Variant variant : order) {
          Measured one = measure(variant, options.number("warm", 1000), front);
          measured.computeIfAbsent(variant.name(), name -> new ArrayList<>()).add(one);
        }
      }
      print(variants);
    }
  }

  /** TLS as on AWS, unless it isn't wanted or this machine can't have processes trust it. */
  private @Nullable TlsFront front(LocalParley parley) {
    if (options.number("tls", 1) == 1 && Certificates.possible()) {
      String behind = parley.environment("LineWebhook").getOrDefault("AWS_ENDPOINT_URL", "");
      return TlsFront.before(URI.create(behind));
    }
    out.println("Without TLS: starts are shorter than on AWS, and ratios larger.");
    return null;
  }

  /** Keeps those whose names begin as one that was asked for. */
  private List<Variant> chosen(List<Variant> variants) {
    List<String> beginnings = List.of(options.text("only", "").split(",", -1));
    return variants.stream()
        .filter(variant -> beginnings.stream().anyMatch(variant.name()::startsWith))
        .toList();
  }

  /** Returns how many classes are loaded when it has answered its first call. */
  static long classes(Variant variant) {
    try (Sandbox sandbox = Sandbox.start(variant, false, true)) {
      sandbox.api().awaitReady();
      sandbox.api().invoke(variant.event().get(), variant.status());
      return sandbox.classes();
    }
  }

  private static Measured measure(Variant variant, int warm, @Nullable TlsFront front) {
    Measured cold = cold(variant, warm);
    try (Sandbox sandbox = Sandbox.start(variant, true, false)) {
      if (variant.handler().endsWith("EmptyHandler")) {
        return cold;
      }
      sandbox.api().awaitSnapshot();
      if (front != null) {
        front.drop(); // No connection outlives a snapshot.
      }
      sandbox.api().restore();
      sandbox.api().awaitReady();
      double restored = sandbox.api().invoke(variant.event().get(), variant.status()) / 1e6;
      return new Measured(cold.cpu(), cold.init(), cold.total(), restored, cold.warmCpu());
    }
  }

  private static Measured cold(Variant variant, int warm) {
    long begin = System.nanoTime();
    try (Sandbox sandbox = Sandbox.start(variant, false, false)) {
      sandbox.api().awaitReady();
      double init = (System.nanoTime() - begin) / 1e6;
      double first = sandbox.api().invoke(variant.event().get(), variant.status()) / 1e6;
      double cpu = sandbox.cpuMillis();
      return new Measured(cpu, init, init + first, 0, warm == 0 ? 0 : warm(sandbox, variant, warm));
    }
  }

  private static double warm(Sandbox sandbox, Variant variant, int calls) {
    for (int i = 0; i < WARM_UP; i++) {
      sandbox.api().invoke(variant.event().get(), variant.status());
    }
    double before = sandbox.cpuMillis();
    for (int i = 0; i < calls; i++) {
      sandbox.api().invoke(variant.event().get(), variant.status());
    }
    return (sandbox.cpuMillis() - before) / calls;
  }

  private void print(List<Variant> variants) {
    out.println(
        "Milliseconds; × is the ratio to the plain twin, of MetaWebhook to LineWebhook. Goals: cold"
            + " 1.15, restored 1.25, warm 1.15; MetaWebhook 1.1. References are not primed.");
    Table table =
        new Table(
            "variant",
            "CPU cold",
            "×",
            "best",
            "×",
            "init",
            "total",
            "×",
            "restored",
            "×",
            "warm CPU",
            "×",
            "classes",
            "×");
    for (Variant variant : variants) {
      table.row(
          variant.name(),
          mean(variant.name(), Measured::cpu),
          ratio(variant, Measured::cpu),
          Timings.shown(best(variant.name(), Measured::cpu)),
          times(best(variant.name(), Measured::cpu), best(variant.twin(), Measured::cpu)),
          mean(variant.name(), Measured::init),
          mean(variant.name(), Measured::total),
          ratio(variant, Measured::total),
          mean(variant.name(), Measured::restored),
          ratio(variant, Measured::restored),
          String.format(Locale.ROOT, "%.2f", value(variant.name(), Measured::warmCpu)),
          ratio(variant, Measured::warmCpu),
          String.valueOf(classes.get(variant.name())),
          times(
              classes.getOrDefault(variant.name(), 0L), classes.getOrDefault(variant.twin(), 0L)));
    }
    table.print(out);
  }

  private double value(String name, ToDoubleFunction<Measured> kind) {
    return Measured.trimmedMean(
        measured.getOrDefault(name, List.of()).stream().map(kind::applyAsDouble).toList());
  }

  private double best(String name, ToDoubleFunction<Measured> kind) {
    return measured.getOrDefault(name, List.of()).stream().mapToDouble(kind).min().orElse(0);
  }

  private String mean(String name, ToDoubleFunction<Measured> kind) {
    return Timings.shown(value(name, kind));
  }

  private String ratio(Variant variant, ToDoubleFunction<Measured> kind) {
    return times(value(variant.name(), kind), value(variant.twin(), kind));
  }

  private static String times(double value, double measure) {
    return measure == 0 ? "" : String.format(Locale.ROOT, "%.2f", value / measure);
  }
}
