package dev.parley.referral.reports;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.domain.attribution.Credits;
import dev.parley.domain.attribution.Touch;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.merchant.Merchant;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lists the orders behind a report's figures, oldest first; one row for each agent with a part in
 * the order. CSV has up to {@value #MOST_ROWS} rows; where there are more, the header {@code
 * x-next-cursor} asks for the next ones.
 */
public final class ListOrders {
  private static final int MOST_ROWS = 10_000;
  private static final int MOST = 100;
  private static final int DEFAULT_LIMIT = 50;
  private static final String CURSOR = "cursor";
  private static final Set<String> PARAMETERS =
      Set.of(
          "from", "to", "agentId", "channelId", "storeId", "productId", "format", "limit", CURSOR);

  private final Credits credits;
  private final InstantSource clock;

  ListOrders(Credits credits, InstantSource clock) {
    this.credits = credits;
    this.clock = clock;
  }

  public HttpReply list(Caller caller, HttpCall call) {
    QueryReader query = new QueryReader(call, PARAMETERS);
    Span span = query.span(caller.merchant().dayOf(clock.instant()));
    boolean csv = query.csv();
    int limit = csv ? query.limit(MOST_ROWS, MOST_ROWS) : query.limit(MOST, DEFAULT_LIMIT);
    Position after = query.value(CURSOR, "must be a cursor of this list", Position::parse);
    query.done();
    List<CreditedOrder> found = found(caller, call, span, after, limit + 1);
    boolean more = found.size() > limit;
    List<CreditedOrder> page = more ? found.subList(0, limit) : found;
    String next = more ? page.getLast().position().cursor() : null;
    return csv
        ? csv(span, page, next)
        : HttpReply.json(
            200,
            w ->
                w.objects("items", page, (item, order) -> order.write(item))
                    .field("nextCursor", next));
  }

  private List<CreditedOrder> found(
      Caller caller, HttpCall call, Span span, @Nullable Position after, int most) {
    Merchant merchant = caller.merchant();
    Scope scope = Scope.of(caller);
    Instant start = span.start(merchant.timeZone());
    Instant from = after != null && after.placedAt().isAfter(start) ? after.placedAt() : start;
    Instant end = span.end(merchant.timeZone());
    if (!from.isBefore(end)) {
      return List.of();
    }
    try (Stream<CreditedOrder> orders =
        credits.between(merchant.id(), from, end).flatMap(CreditedOrder::of)) {
      return orders
          .filter(order -> after == null || order.position().compareTo(after) > 0)
          .filter(
              order ->
                  scope.sees(order.touch().author().agentId(), order.touch().author().storeId()))
          .filter(order -> matches(call, order.touch()))
          .limit(most)
          .toList();
    }
  }

  private static boolean matches(HttpCall call, Touch touch) {
    var store = touch.author().storeId();
    return is(call, "agentId", touch.author().agentId().value())
        && is(call, "channelId", touch.channelId().value())
        && is(call, "storeId", store == null ? null : store.value())
        && is(call, "productId", touch.productId().value());
  }

  private static boolean is(HttpCall call, String name, @Nullable String value) {
    String wanted = call.query().getOrDefault(name, "");
    return wanted.isEmpty() || wanted.equals(value);
  }

  private static HttpReply csv(Span span, List<CreditedOrder> page, @Nullable String next) {
    HttpReply reply =
        HttpReply.csv(
            "referral-orders-" + span.from() + "-" + span.to() + ".csv",
            Csv.text(CreditedOrder.COLUMNS, page.stream().map(CreditedOrder::row).toList()));
    return next == null ? reply : reply.with("x-next-cursor", next);
  }
}
