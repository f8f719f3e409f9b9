package dev.parley.chat.inbox;

import static dev.parley.testkit.chat.Customer.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.aws.http.QueryFields;
import dev.parley.chat.Calls;
import dev.parley.domain.channel.ChannelType;
import dev.parley.domain.conversation.Conversation.Status;
import dev.parley.domain.conversation.Inbox.Filter;
import dev.parley.domain.id.AgentId;
import dev.parley.domain.id.ChannelId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InboxQueryTest {
  private static Filter read(Map<String, String> query) {
    QueryFields fields = Calls.get(query).queryFields();
    Filter filter = InboxQuery.filter(fields);
    fields.page();
    fields.done();
    return filter;
  }

  private static List<String> refused(Map<String, String> query) {
    return Calls.refused(() -> read(query));
  }

  @Test
  void askingForNothingInParticularIsAskingForAll() {
    assertEquals(Filter.ALL, read(Map.of()));
    assertEquals(Filter.ALL, read(Map.of("status", "", "from", "", "limit", "5", "cursor", "x")));
  }

  @Test
  void readsEveryFilter() {
    assertEquals(
        new Filter(
            Status.CLOSED,
            ChannelType.LINE,
            new ChannelId("line-shop"),
            new AgentId("agt_1"),
            NOON,
            NOON.plusSeconds(1)),
        read(
            Map.of(
                "status", "closed",
                "channelType", "line",
                "channelId", "line-shop",
                "assigneeId", "agt_1",
                "from", "2026-11-24T20:00:00+08:00",
                "to", "2026-11-24T12:00:01Z")));
  }

  @ParameterizedTest
  @CsvSource({
    "status, OPEN",
    "status, gone",
    "channelType, LINE",
    "channelType, fax",
    "from, 2026-11-24",
    "from, yesterday",
    "to, 2026-11-24T12:00:00",
    "to, 2026-02-30T12:00:00Z",
    "to, +10000-01-01T00:00:00Z",
    "from, -0001-01-01T00:00:00Z",
    "from, 9999-01-01T00:00:00Z",
    "colour, red"
  })
  void refusesWhatItCannotRead(String name, String value) {
    assertEquals(List.of(name), refused(Map.of(name, value)));
  }

  @Test
  void namesAllThatIsWrongAtOnce() {
    assertEquals(
        List.of("status", "channelType", "from", "to"),
        refused(Map.of("status", "x", "channelType", "x", "from", "x", "to", "x")));
  }

  @Test
  void aTimeMayNotEndBeforeItBegins() {
    Map<String, String> none = Map.of("from", "2026-11-24T12:00:00Z", "to", "2026-11-24T12:00:00Z");

    assertEquals(NOON, read(none).to());
    assertEquals(
        List.of("from"),
        refused(Map.of("from", "2026-11-24T12:00:01Z", "to", "2026-11-24T12:00:00Z")));
  }
}
