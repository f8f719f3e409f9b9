package dev.parley.acceptance.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What people can see of a world, without the ids and times that differ each time. */
record Observed(Map<String, String> views) {
  private static final Pattern ID = Pattern.compile("\\b([a-z]{3})_[0-9A-Z]{26}\\b");
  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
  private static final Pattern DAY = Pattern.compile("\\b\\d{4}-\\d\\d-\\d\\d\\b");
  private static final Pattern TOKEN = Pattern.compile("(?<=/r/|\"token\":\")[A-Za-z0-9_-]{23}");
  private static final Pattern NAME = Pattern.compile("(?<=\"displayName\":)\"[^\"]*\"");
  private static final Pattern MINUTES = Pattern.compile("(?<=\"minutesToPurchase\":)[0-9.]+");
  private static final List<String> UNTOLD =
      List.of("platformMessageId", "webhookUrl", "avatarUrl");
  private static final String UNKNOWN = "outcomeUnknown";

  static Observed of(World world) {
    Map<String, String> views = new TreeMap<>();
    if (world.notes.containsKey("event")) {
      seeSales(views, world);
    } else {
      see(views, world, "agents", "/agents");
      see(views, world, "channels", "/channels");
      see(views, world, "products", "/products?query=TEA");
      views.put("key", key(world));
    }
    return new Observed(views);
  }

  private static void seeSales(Map<String, String> views, World world) {
    see(views, world, "conversations", "/conversations");
    JsonNode conversations = world.owner.get("/conversations").json().path("items");
    for (JsonNode one : conversations) {
      see(views, world, "messages", "/conversations/" + one.path("id").asText() + "/messages");
    }
    see(views, world, "figures by agent", "/reports/referrals?groupBy=agent&" + world.days());
    see(views, world, "figures by product", "/reports/referrals?groupBy=product&" + world.days());
    see(views, world, "orders", "/reports/referrals/orders?" + world.days());
    for (int i = 0; i < world.links.size(); i++) {
      see(views, world, "link " + i, "/links/" + world.token(i));
    }
    if (world.notes.containsKey("replay")) {
      see(views, world, "replay", "/replays/" + world.notes.get("replay"));
    }
    views.put("phone", phone(world));
  }

  private static void see(Map<String, String> views, World world, String name, String path) {
    JsonNode answer = world.owner.get(path).is(200).json();
    for (String field : UNTOLD) {
      answer.findParents(field).forEach(parent -> ((ObjectNode) parent).remove(field));
    }
    clicksOf(world, answer);
    sortByLabel(answer);
    views.put(name, alike(world, answer.toString()));
  }

  /** A tap that was not answered may have been counted: each tap is a click. */
  private static void clicksOf(World world, JsonNode answer) {
    for (JsonNode parent : answer.findParents("clicks")) {
      int clicks = parent.path("clicks").asInt();
      if (clicks > 0 && clicks <= world.taps) {
        ((ObjectNode) parent).put("clicks", "as tapped");
      }
    }
  }

  /** Rows that come to the same stand in the order of their ids, which differ. */
  private static void sortByLabel(JsonNode answer) {
    if (answer.path("rows") instanceof ArrayNode rows) {
      List<JsonNode> sorted = new ArrayList<>();
      rows.forEach(sorted::add);
      sorted.sort(Comparator.comparing(row -> row.path("label").asText()));
      rows.removeAll().addAll(sorted);
    }
  }

  private static String phone(World world) {
    StringBuilder phone = new StringBuilder();
    world
        .sandbox
        .get(
            "/_sandbox/line/customers/" + world.customer + "/messages?channelId=" + world.channelId)
        .is(200)
        .json()
        .path("items")
        .forEach(
            entry -> {
              JsonNode message = entry.path("message");
              if (message instanceof ObjectNode said) {
                said.remove(List.of("id", "quoteToken", "markAsReadToken"));
              }
              phone.append(entry.path("from").asText()).append(' ').append(message).append('\n');
            });
    return alike(world, phone.toString());
  }

  /** The key that was issued opens the system. */
  private static String key(World world) {
    String key = world.notes.get("key");
    return key == null ? "none" : "" + world.system.key(key).get("/conversations").status();
  }

  private static String alike(World world, String text) {
    String alike = text.replace(world.channelId, "CHANNEL").replace(world.customer, "CUSTOMER");
    alike = ID.matcher(alike).replaceAll("$1");
    alike = TIME.matcher(alike).replaceAll("TIME");
    alike = NAME.matcher(alike).replaceAll("NAME");
    alike = DAY.matcher(alike).replaceAll("DAY");
    alike = MINUTES.matcher(alike).replaceAll("MINUTES");
    return TOKEN.matcher(alike).replaceAll("TOKEN");
  }

  /** Returns the same with the customer's name, where only that is missing. */
  Observed named() {
    Map<String, String> named = new TreeMap<>(views);
    named.replaceAll((name, view) -> view.replace("\"displayName\":null", "\"displayName\":NAME"));
    return new Observed(named);
  }

  /** Whether the customer got everything that the other one got, and nothing twice. */
  boolean phoneShowsNoLessThan(Observed other) {
    return views.getOrDefault("phone", "").startsWith(other.views.getOrDefault("phone", ""));
  }

  boolean saysOutcomeUnknown() {
    return views.getOrDefault("messages", "").contains(UNKNOWN);
  }

  /** Returns the first view that differs, with both sides, or nothing. */
  String difference(Observed other) {
    for (String name : views.keySet()) {
      String mine = views.get(name);
      String its = other.views.get(name);
      if (!mine.equals(its)) {
        return name + ":\n    with the fault    " + its + "\n    without it        " + mine;
      }
    }
    return views.equals(other.views) ? "" : "other views: " + other.views.keySet();
  }
}
