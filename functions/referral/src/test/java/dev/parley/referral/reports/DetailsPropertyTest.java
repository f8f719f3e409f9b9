package dev.parley.referral.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.merchant.Role;
import dev.parley.domain.report.Figure;
import dev.parley.domain.report.MessagePrices;
import dev.parley.json.Json;
import dev.parley.json.JsonObject;
import dev.parley.testkit.merchant.Staff;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

class DetailsPropertyTest {
  private static final List<Caller> CALLERS =
      List.of(
          Staff.caller(RandomWorld.MERCHANT_ID, "agt_o", Role.OWNER),
          Staff.caller(RandomWorld.MERCHANT_ID, "agt_m", Role.MANAGER, "sto_1"),
          Staff.caller(RandomWorld.MERCHANT_ID, "agt_bob", Role.AGENT, "sto_1"));
  private static final Span MONTHS =
      new Span(LocalDate.parse("2026-11-01"), LocalDate.parse("2027-04-30"));
  private static final Span DAYS = new Span(MONTHS.from().plusDays(20), MONTHS.from().plusDays(24));

  /** Long after some conversations have fallen silent. */
  private static final Span LATER = new Span(MONTHS.from().plusDays(23), MONTHS.to());

  private static final Map<GroupBy, String> FILTERS =
      Map.of(
          GroupBy.AGENT, "agentId",
          GroupBy.CHANNEL, "channelId",
          GroupBy.STORE, "storeId",
          GroupBy.PRODUCT, "productId");

  @Provide
  Arbitrary<List<Act>> acts() {
    return Acts.lists();
  }

  @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
  void listsAddUpToTheReportOfTheSameDaysAndFilter(
      @ForAll("acts") List<Act> acts, @ForAll long seed) {
    RandomWorld world = new RandomWorld(seed);

    acts.forEach(world::happens);
    world.comesToRest();

    for (Caller caller : CALLERS) {
      for (Span span : List.of(MONTHS, DAYS, LATER)) {
        Lists all = lists(world, caller, span, Map.of());
        assertEquals(
            figures(report(world, caller, span, GroupBy.DAY).total()),
            all.figures(false),
            () -> caller.agentId() + " in " + span + " of " + world.facts);
        assertEquals(days(world, caller, span), all.days());
        FILTERS.forEach((groupBy, filter) -> compare(world, caller, span, groupBy, filter));
      }
    }
  }

  private static void compare(
      RandomWorld world, Caller caller, Span span, GroupBy groupBy, String filter) {
    for (Row line : report(world, caller, span, groupBy).rows()) {
      if (line.key() != null) {
        Lists rows = lists(world, caller, span, Map.of(filter, line.key()));
        assertEquals(
            figures(line),
            rows.figures(groupBy == GroupBy.PRODUCT),
            () -> line.key() + " for " + caller.agentId() + " of " + world.facts);
      }
    }
  }

  private static Report report(RandomWorld world, Caller caller, Span span, GroupBy groupBy) {
    Facts facts =
        new Facts(
            world.figures.sales(RandomWorld.MERCHANT_ID, span.from(), span.to()),
            world.figures.products(RandomWorld.MERCHANT_ID, span.from(), span.to()),
            List.of(),
            MessagePrices.DEFAULT);
    return Report.of(RandomWorld.MERCHANT, Scope.of(caller), span, groupBy, facts);
  }

  private static Map<Figure, Long> figures(Row line) {
    Map<Figure, Long> figures = new TreeMap<>();
    for (Figure figure :
        List.of(
            Figure.MESSAGES,
            Figure.REFERRAL_MESSAGES,
            Figure.LINKS_SENT,
            Figure.CLICKS,
            Figure.UNIQUE_CLICKS,
            Figure.OPENED_MESSAGES)) {
      figures.put(figure, line.count(figure));
    }
    return figures;
  }

  private static Map<String, String> days(RandomWorld world, Caller caller, Span span) {
    return report(world, caller, span, GroupBy.DAY).rows().stream()
        .filter(line -> line.count(Figure.MESSAGES) + line.count(Figure.CLICKS) > 0)
        .collect(
            Collectors.toMap(
                line -> Objects.requireNonNull(line.key()),
                line -> line.count(Figure.MESSAGES) + " " + line.count(Figure.CLICKS)));
  }

  /** The rows of both lists. */
  private record Lists(List<JsonObject> messages, List<JsonObject> clicks) {
    /** Of one product, a message counts as opened when the product's link was. */
    Map<Figure, Long> figures(boolean ofProduct) {
      List<JsonObject> cards =
          messages.stream().filter(row -> row.text("referralId") != null).toList();
      long links = cards.stream().mapToLong(row -> row.texts("productIds").size()).sum();
      return new TreeMap<>(
          Map.of(
              Figure.MESSAGES,
              (long) messages.size(),
              Figure.REFERRAL_MESSAGES,
              (long) cards.size(),
              Figure.LINKS_SENT,
              ofProduct ? cards.size() : links,
              Figure.CLICKS,
              (long) clicks.size(),
              Figure.UNIQUE_CLICKS,
              with("firstOfLink"),
              Figure.OPENED_MESSAGES,
              with(ofProduct ? "firstOfLink" : "firstOfMessage")));
    }

    private long with(String mark) {
      return clicks.stream().filter(row -> row.isTrue(mark)).count();
    }

    Map<String, String> days() {
      Map<String, String> days = new HashMap<>();
      for (JsonObject row : both()) {
        String day = row.requiredText("day");
        days.put(day, on(day, messages) + " " + on(day, clicks));
      }
      return days;
    }

    private List<JsonObject> both() {
      List<JsonObject> both = new ArrayList<>(messages);
      both.addAll(clicks);
      return both;
    }

    private static long on(String day, List<JsonObject> rows) {
      return rows.stream().filter(row -> day.equals(row.text("day"))).count();
    }
  }

  private static Lists lists(
      RandomWorld world, Caller caller, Span span, Map<String, String> filter) {
    Map<String, String> query = new HashMap<>(filter);
    query.put("from", span.from().toString());
    query.put("to", span.to().toString());
    List<JsonObject> messages = rows(world.listMessages()::list, caller, query);
    assertEquals(
        messages.size(),
        messages.stream().map(row -> row.text("messageId")).collect(Collectors.toSet()).size());
    return new Lists(messages, rows(world.listClicks()::list, caller, query));
  }

  private static List<JsonObject> rows(
      BiFunction<Caller, HttpCall, HttpReply> list, Caller caller, Map<String, String> query) {
    List<JsonObject> rows = new ArrayList<>();
    Map<String, String> asked = new HashMap<>(query);
    asked.put("limit", "3");
    Set<String> cursors = new HashSet<>();
    for (String next = ""; next != null; ) {
      asked.put("cursor", next);
      assertTrue(cursors.add(next), "the list goes round");
      JsonObject page =
          Json.readOwn(Objects.requireNonNull(list.apply(caller, Calls.get(asked)).body()));
      rows.addAll(page.objects("items"));
      next = page.text("nextCursor");
    }
    return rows;
  }
}
