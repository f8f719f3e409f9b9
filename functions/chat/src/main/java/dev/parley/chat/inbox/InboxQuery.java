package dev.parley.chat.inbox;

import dev.parley.aws.http.QueryFields;
import dev.parley.aws.http.TimeText;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Inbox;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.ChannelId;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads which conversations a list is asked for. */
final class InboxQuery {
  private static final String TYPES =
      Arrays.stream(ChannelType.values())
          .map(ChannelType::wireName)
          .collect(Collectors.joining(" or ", "must be ", ""));

  private InboxQuery() {}

  static Inbox.Filter filter(QueryFields query) {
    Inbox.Filter filter =
        new Inbox.Filter(
            query.value("status", "must be open or closed", InboxQuery::status),
            query.value("channelType", TYPES, ChannelType::named),
            query.value("channelId", "", text -> Optional.of(new ChannelId(text))),
            query.value("assigneeId", "", text -> Optional.of(new AgentId(text))),
            query.value("from", TimeText.TIME_RULE, TimeText::time),
            query.value("to", TimeText.TIME_RULE, TimeText::time));
    if (filter.isEndedBeforeItBegins()) {
      query.error("from", "must not be after to");
    }
    return filter;
  }

  private static Optional<Conversation.Status> status(String text) {
    return switch (text) {
      case "open" -> Optional.of(Conversation.Status.OPEN);
      case "closed" -> Optional.of(Conversation.Status.CLOSED);
      default -> Optional.empty();
    };
  }
}
