package dev.parley.testkit.chat;

import dev.parley.domain.inbound.ParkedEvents;

final class RecordingQueueTest extends ParkedEventsContractTest {
  private final RecordingQueue queue = new RecordingQueue();

  @Override
  protected ParkedEvents parked() {
    return queue;
  }
}
