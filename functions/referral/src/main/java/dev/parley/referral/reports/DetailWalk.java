package dev.parley.referral.reports;

import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Inbox;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.page.Page;
import dev.parley.domain.page.PageRequest;
import dev.parley.referral.reports.DetailPosition.Last;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A way through a merchant's conversations, the newest first, which ends with enough rows or after
 * a bounded number of conversations, and goes on where it ended.
 */
final class DetailWalk {
  private static final int PAGE = 20;
  private static final int MOST_PAGES = 50;

  private final Inbox inbox;
  private final int page;
  private final int mostPages;

  DetailWalk(Inbox inbox) {
    this(inbox, PAGE, MOST_PAGES);
  }

  /**
   * @param page how many conversations are read at once
   */
  DetailWalk(Inbox inbox, int page, int mostPages) {
    this.inbox = inbox;
    this.page = page;
    this.mostPages = mostPages;
  }

  /**
   * The rows that were found.
   *
   * @param next where there may be more; {@code null} when there are none
   */
  record Found(List<Detail> rows, @Nullable DetailPosition next) {}

  /** Whose rows are wanted, and how many of which. */
  record Search(
      MerchantId merchant, Inbox.Filter conversations, Predicate<Detail> wanted, int limit) {}

  Found from(
      DetailPosition start, Search search, Function<Conversation, List<? extends Detail>> details) {
    List<Detail> found = new ArrayList<>();
    DetailPosition position = start;
    for (int i = 0; i < mostPages && found.size() < search.limit(); i++) {
      Page<Conversation> read =
          inbox.list(
              search.merchant(), search.conversations(), new PageRequest(page, position.inbox()));
      DetailPosition now = position;
      List<Detail> rows =
          rows(now.left(read.items()), details).stream()
              .filter(row -> now.isBefore(row) && search.wanted().test(row))
              .toList();
      int room = search.limit() - found.size();
      if (rows.size() > room) {
        found.addAll(rows.subList(0, room));
        Last last = Last.of(found.getLast(), read.items());
        return new Found(found, new DetailPosition(now.inbox(), last));
      }
      found.addAll(rows);
      if (read.nextCursor() == null) {
        return new Found(found, null);
      }
      position = new DetailPosition(read.nextCursor(), null);
    }
    return new Found(found, position);
  }

  private static List<Detail> rows(
      List<Conversation> conversations, Function<Conversation, List<? extends Detail>> details) {
    List<Callable<List<Detail>>> parts = new ArrayList<>();
    for (Conversation conversation : conversations) {
      parts.add(() -> List.copyOf(details.apply(conversation)));
    }
    return AtOnce.all(parts);
  }
}
