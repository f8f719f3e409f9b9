package dev.parley.referral.reports;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.http.QueryFields;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Inbox;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.merchant.Caller;
import dev.parley.json.JsonWriter;
import dev.parley.referral.reports.DetailWalk.Found;
import dev.parley.referral.reports.DetailWalk.Search;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Pages of the details behind a report's figures, conversation by conversation. CSV has up to
 * {@value #MOST_ROWS} rows; where there are more, the header {@code x-next-cursor} asks for the
 * next ones.
 */
final class DetailPages {
  private static final int MOST_ROWS = 5_000;
  private static final int MOST = 100;
  private static final int DEFAULT_LIMIT = 50;

  private final DetailWalk walk;
  private final InstantSource clock;

  DetailPages(DetailWalk walk, InstantSource clock) {
    this.walk = walk;
    this.clock = clock;
  }

  /**
   * A list of details.
   *
   * @param outlives whether they may be of conversations in which nothing was said since
   * @param rows those of a conversation in a span, in the order of their keys
   */
  record Listing(
      String name,
      List<String> columns,
      boolean outlives,
      BiFunction<Conversation, Span, List<? extends Detail>> rows) {}

  HttpReply page(Caller caller, HttpCall call, Listing listing) {
    QueryFields query = call.queryFields();
    Span span = Span.read(query, caller.merchant().dayOf(clock.instant()), Span.MOST_DAYS);
    boolean csv = Csv.isAsked(query);
    int limit = csv ? query.limit(MOST_ROWS, MOST_ROWS) : query.limit(MOST, DEFAULT_LIMIT);
    DetailPosition after = query.cursor(DetailPosition::parse);
    Wanted wanted = Wanted.read(query);
    query.done();
    Found found =
        walk.from(
            Objects.requireNonNullElse(after, DetailPosition.START),
            search(caller, listing.outlives() ? null : said(span), wanted, limit),
            conversation -> listing.rows().apply(conversation, span));
    return csv ? csv(listing, span, found) : json(listing, found);
  }

  private static Search search(Caller caller, @Nullable Instant since, Wanted wanted, int limit) {
    Scope scope = Scope.of(caller);
    String channel = wanted.channelId();
    ChannelId channelId = channel == null ? null : new ChannelId(channel);
    return new Search(
        caller.merchant().id(),
        new Inbox.Filter(null, null, channelId, null, since, null),
        row ->
            scope.sees(row.agentId(), row.storeId())
                && wanted.holds(row.agentId(), row.channelId(), row.storeId(), row.productIds()),
        limit);
  }

  /** Days differ from those of UTC by less than a day. */
  private static Instant said(Span span) {
    return span.from().minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static @Nullable String next(Found found) {
    DetailPosition next = found.next();
    return next == null ? null : next.cursor();
  }

  private static HttpReply json(Listing listing, Found found) {
    return HttpReply.json(
        200,
        w ->
            w.objects("items", found.rows(), (item, row) -> write(item, listing, row))
                .field("nextCursor", next(found)));
  }

  private static void write(JsonWriter w, Listing listing, Detail row) {
    List<@Nullable Object> cells = row.cells();
    for (int i = 0; i < cells.size(); i++) {
      String name = listing.columns().get(i);
      switch (cells.get(i)) {
        case Instant time -> w.time(name, time);
        case null, default -> w.put(name, cells.get(i));
      }
    }
  }

  private static HttpReply csv(Listing listing, Span span, Found found) {
    HttpReply reply =
        HttpReply.csv(
            listing.name() + "-" + span.from() + "-" + span.to() + ".csv",
            Csv.text(listing.columns(), found.rows().stream().map(Detail::cells).toList()));
    String next = next(found);
    return next == null ? reply : reply.with("x-next-cursor", next);
  }
}
