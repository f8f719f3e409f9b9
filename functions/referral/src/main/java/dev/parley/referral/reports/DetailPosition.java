package dev.parley.referral.reports;

import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.id.ConversationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a list of details has come to.
 *
 * @param inbox the cursor of the inbox's page that is to be read next; {@code null} for the first
 * @param last the last row shown of that page, if any was
 */
record DetailPosition(@Nullable String inbox, @Nullable Last last) {
  static final DetailPosition START = new DetailPosition(null, null);

  private static final Pattern SAID =
      Pattern.compile("([^\\n]*)(?:\\n(-?\\d{1,15})\\n([^\\n]+)\\n([^\\n]+))?");

  /**
   * A row of a page.
   *
   * @param at when its conversation was where it is in the inbox: the time of its last message, or
   *     that of the conversation before when something has been said since
   */
  record Last(Instant at, ConversationId conversation, String key) {
    static Last of(Detail row, List<Conversation> page) {
      Instant at = Instant.MAX;
      for (Conversation conversation : page) {
        at = at.isBefore(conversation.lastMessageAt()) ? at : conversation.lastMessageAt();
        if (conversation.id().equals(row.conversationId())) {
          break;
        }
      }
      return new Last(at, row.conversationId(), row.key());
    }

    private boolean isAt(Conversation other) {
      return conversation.equals(other.id()) || other.lastMessageAt().isBefore(at);
    }

    private boolean isBefore(Detail row) {
      return !row.conversationId().equals(conversation) || row.key().compareTo(key) > 0;
    }
  }

  /** Returns those of the page's conversations that may have rows left. */
  List<Conversation> left(List<Conversation> page) {
    Last shown = last;
    return shown == null ? page : page.stream().dropWhile(one -> !shown.isAt(one)).toList();
  }

  /** Returns whether the row of a conversation that is left is to be shown yet. */
  boolean isBefore(Detail row) {
    return last == null || last.isBefore(row);
  }

  String cursor() {
    String page = inbox == null ? "" : inbox;
    return CursorText.of(
        last == null
            ? page
            : String.join(
                "\n",
                page,
                Long.toString(last.at().toEpochMilli()),
                last.conversation().value(),
                last.key()));
  }

  /** Returns what the cursor says, or empty when it is none. */
  static Optional<DetailPosition> parse(String cursor) {
    return CursorText.read(cursor)
        .map(SAID::matcher)
        .filter(Matcher::matches)
        .map(
            said ->
                new DetailPosition(
                    said.group(1).isEmpty() ? null : said.group(1),
                    said.group(2) == null
                        ? null
                        : new Last(
                            Instant.ofEpochMilli(Long.parseLong(said.group(2))),
                            new ConversationId(said.group(3)),
                            said.group(4))));
  }
}
