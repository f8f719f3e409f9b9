package dev.parley.referral.reports;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.http.QueryFields;
import dev.parley.domain.attribution.Credits;
import dev.parley.domain.attribution.Touch;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.merchant.Merchant;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
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

  private final Credits credits;
  private final InstantSource clock;

  ListOrders(Credits credits, InstantSource clock) {
    this.credits = credits;
    this.clock = clock;
  }

  public HttpReply list(Caller caller, HttpCall call) {
    QueryFields query = call.queryFields();
    Span span = Span.read(query, caller.merchant().dayOf(clock.instant()), Span.MOST_DAYS);
    boolean csv = Csv.isAsked(query);
    int limit = csv ? query.limit(MOST_ROWS, MOST_ROWS) : query.limit(MOST, DEFAULT_LIMIT);
    Position after = query.cursor(Position::parse);
    Wanted wanted = Wanted.read(query);
    query.done();
    List<CreditedOrder> found = found(caller, wanted, span, after, limit + 1);
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
      Caller caller, Wanted wanted, Span span, @Nullable Position after, int most) {
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
          .filter(order -> holds(wanted, order.touch()))
          .limit(most)
          .toList();
    }
  }

  private static boolean holds(Wanted wanted, Touch touch) {
    return wanted.holds(
        touch.author().agentId(),
        touch.channelId(),
        touch.author().storeId(),
        List.of(touch.productId()));
  }

  private static HttpReply csv(Span span, List<CreditedOrder> page, @Nullable String next) {
    HttpReply reply =
        HttpReply.csv(
            "referral-orders-" + span.from() + "-" + span.to() + ".csv",
            Csv.text(CreditedOrder.COLUMNS, page.stream().map(CreditedOrder::row).toList()));
    return next == null ? reply : reply.with("x-next-cursor", next);
  }
}
