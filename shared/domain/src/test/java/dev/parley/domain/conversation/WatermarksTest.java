package dev.parley.domain.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.conversation.Message.Direction;
import dev.parley.domain.conversation.Message.Status;
import dev.parley.domain.id.ConversationId;
import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.MessageId;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WatermarksTest {
  private static final Watermarks MARKS =
      new Watermarks(Instant.ofEpochSecond(20), Instant.ofEpochSecond(10));

  @ParameterizedTest
  @CsvSource({
    "SENT, 10, READ",
    "DELIVERED, 9, READ",
    "SENT, 11, DELIVERED",
    "SENT, 20, DELIVERED",
    "SENT, 21, SENT",
    "READ, 15, READ",
    "FAILED, 5, FAILED",
    "QUEUED, 5, QUEUED",
    "RECEIVED, 5, RECEIVED"
  })
  void coverWhatWasSentUntilThen(Status status, long second, Status shown) {
    Message message =
        new Message(
            new MessageId("msg_1"),
            new MerchantId("mer_1"),
            new ConversationId("cnv_1"),
            Direction.OUTBOUND,
            MessageKind.TEXT,
            new MessageContent.Text("hi"),
            Instant.ofEpochSecond(second),
            null,
            status,
            null,
            null,
            null,
            null,
            null);

    assertEquals(shown, MARKS.applied(message).status());
    assertEquals(status, Watermarks.NONE.applied(message).status());
  }
}
