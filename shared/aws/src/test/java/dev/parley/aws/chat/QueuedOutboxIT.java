package dev.parley.aws.chat;

import dev.parley.domain.outbound.OutboundMessage;
import dev.parley.domain.outbound.Outbox;
import dev.parley.json.MalformedJson;
import dev.parley.testkit.aws.LocalAws;
import dev.parley.testkit.chat.ChatStores;
import dev.parley.testkit.chat.OutboxContractTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

final class QueuedOutboxIT extends OutboxContractTest {
  @RegisterExtension static final LocalAws AWS = new LocalAws();

  private final TestTables tables = TestTables.make(AWS);
  private final TestQueue queue = TestQueue.make(AWS);

  @AfterEach
  void closeQueue() {
    queue.close();
  }

  @Override
  protected Outbox outbox() {
    return new QueuedOutbox(queue.sqs(), queue.url(), AWS.dynamo(), tables.chat().messages());
  }

  @Override
  protected ChatStores stores() {
    return tables.stores();
  }

  @Override
  protected List<OutboundMessage> waiting() {
    List<OutboundMessage> waiting = new ArrayList<>();
    try {
      for (String body : queue.drained()) {
        waiting.add(OutboundMessageJson.read(body));
      }
    } catch (MalformedJson e) {
      throw new IllegalStateException("Not what was queued", e);
    }
    return waiting;
  }
}
