package dev.parley.bench.search;

import static dev.parley.bench.Timings.shown;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.bench.Options;
import dev.parley.bench.Table;
import dev.parley.bench.Timings;
import dev.parley.bench.system.Api;
import dev.parley.bench.system.Shop;
import dev.parley.domain.id.MerchantId;
import dev.parley.local.LocalOptions;
import dev.parley.local.LocalParley;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What searches among many products of one merchant ask of the table, and how long they take. */
public final class Search {
  private static final Pattern MILLIS = Pattern.compile("\"function\":\"Products\".*\"ms\":(\\d+)");

  private final Options options;
  private final PrintStream out;
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  public Search(Options options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  public void run() {
    int products = options.number("products", 100_000);
    // The runner's functions log to this process's output.
    System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
    try (LocalParley parley = LocalParley.start(LocalOptions.onFreePorts().withoutDemo())) {
      Api api = Api.at(parley.api().toString());
      Shop shop = Shop.open(api, Api.at(parley.sandbox().toString()));
      long begin = System.nanoTime();
      Catalogues.fill(parley.environment("Products"), new MerchantId(shop.merchantId()), products);
      out.printf(
          Locale.ROOT,
          "%d products put in %.0f s%n%n",
          products,
          (System.nanoTime() - begin) / 1e9);
      Table table =
          new Table(
              "query",
              "found",
              "requests",
              "of 4",
              "read units",
              "of 60",
              "p50 ms",
              "of 30",
              "p99 ms");
      queries(products).forEach((kind, query) -> measure(table, api, shop, kind, query));
      table.print(out);
      out.println("Requests and units are the search's; finding who asks takes one of each more.");
    }
  }

  private static Map<String, String> queries(int products) {
    Map<String, String> queries = new LinkedHashMap<>();
    queries.put("SKU", query(Names.sku(products / 2)));
    queries.put("SKU's beginning", query("sku-00"));
    queries.put("Chinese, name's beginning", query("高山烏龍"));
    queries.put("Chinese, name part", query("烏龍茶"));
    queries.put("Chinese, one character", query("茶"));
    queries.put("Thai, name's beginning", query("ชาเขียว"));
    queries.put("Thai, name part", query("มะลิ"));
    queries.put("English, word", query("oolong"));
    queries.put("English, letter", query("t"));
    queries.put("two words", query("oolong tea"));
    queries.put("two words, far apart", query("organic mug"));
    queries.put("two words, nothing", query("tea umbrella"));
    queries.put("Chinese and number", query("烏龍 12"));
    queries.put("nothing", query("雨傘"));
    queries.put("100 of a part", query("烏龍茶") + "&limit=100");
    queries.put("100 of a letter", query("t") + "&limit=100");
    queries.put("all, a page", "limit=50");
    return queries;
  }

  private static String query(String text) {
    return "query=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private void measure(Table table, Api api, Shop shop, String kind, String query) {
    int times = options.number("times", 40);
    for (int i = 0; i < 10; i++) {
      shop.agent().get("/products?" + query).is(200);
    }
    api.post("/_local/usage/reset", "").is(204);
    log.reset();
    int found = 0;
    for (int i = 0; i < times; i++) {
      found = shop.agent().get("/products?" + query).is(200).json().path("items").size();
    }
    JsonNode used = api.get("/_local/usage").is(200).json();
    Timings timings = timings(log.toString(StandardCharsets.UTF_8));
    double requests = -1;
    double units = -1;
    for (var operation : used.at("/functions/Products/operations").properties()) {
      requests += operation.getValue().path("count").asDouble() / times;
      units += operation.getValue().path("readUnits").asDouble() / times;
    }
    table.row(
        kind,
        String.valueOf(found),
        shown(requests),
        String.format(Locale.ROOT, "%.2f", requests / 4),
        shown(units),
        String.format(Locale.ROOT, "%.2f", units / 60),
        shown(timings.percentile(0.5)),
        String.format(Locale.ROOT, "%.2f", timings.percentile(0.5) / 30),
        shown(timings.percentile(0.99)));
  }

  /** The function's own times, as its log lines say. */
  private static Timings timings(String lines) {
    List<Long> nanos = new ArrayList<>();
    Matcher millis = MILLIS.matcher(lines);
    while (millis.find()) {
      nanos.add(Long.parseLong(millis.group(1)) * 1_000_000);
    }
    return Timings.of(nanos);
  }
}
