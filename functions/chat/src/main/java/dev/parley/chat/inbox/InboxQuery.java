package dev.parley.chat.inbox;

import dev.parley.aws.http.BadInput;
import dev.parley.aws.http.HttpCall;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Inbox;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.ChannelId;
import dev.parley.domain.input.FieldError;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads which conversations a list is asked for, refusing all that is wrong at once. */
final class InboxQuery {
  private static final int LAST_YEAR = 9998;

  private final HttpCall call;
  private final List<FieldError> errors = new ArrayList<>();

  private InboxQuery(HttpCall call) {
    this.call = call;
  }

  static Inbox.Filter read(HttpCall call) {
    call.onlyQuery(
        "status", "channelType", "channelId", "assigneeId", "from", "to", "limit", "cursor");
    return new InboxQuery(call).filter();
  }

  private Inbox.Filter filter() {
    String channel = call.query("channelId");
    String assignee = call.query("assigneeId");
    Inbox.Filter filter =
        new Inbox.Filter(
            value("status", "must be open or closed", InboxQuery::status),
            value("channelType", "must be " + types(), InboxQuery::type),
            channel == null ? null : new ChannelId(channel),
            assignee == null ? null : new AgentId(assignee),
            value("from", "must be a time such as 2026-01-31T16:00:00Z", InboxQuery::time),
            value("to", "must be a time such as 2026-01-31T16:00:00Z", InboxQuery::time));
    if (filter.isEndedBeforeItBegins()) {
      errors.add(new FieldError("from", "must not be after to"));
    }
    if (!errors.isEmpty()) {
      throw new BadInput(errors);
    }
    return filter;
  }

  private <T> @Nullable T value(String name, String rule, Function<String, @Nullable T> reader) {
    String text = call.query(name);
    T read = text == null ? null : reader.apply(text);
    if (text != null && read == null) {
      errors.add(new FieldError(name, rule));
    }
    return read;
  }

  private static Conversation.@Nullable Status status(String text) {
    return switch (text) {
      case "open" -> Conversation.Status.OPEN;
      case "closed" -> Conversation.Status.CLOSED;
      default -> null;
    };
  }

  private static @Nullable ChannelType type(String text) {
    return ChannelType.named(text).orElse(null);
  }

  private static String types() {
    List<String> names = new ArrayList<>();
    for (ChannelType type : ChannelType.values()) {
      names.add(type.wireName());
    }
    return String.join(" or ", names);
  }

  private static @Nullable Instant time(String text) {
    try {
      OffsetDateTime time = OffsetDateTime.parse(text);
      return time.getYear() >= 0 && time.getYear() <= LAST_YEAR ? time.toInstant() : null;
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
