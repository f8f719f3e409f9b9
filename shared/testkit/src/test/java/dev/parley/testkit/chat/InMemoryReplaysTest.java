package dev.parley.testkit.chat;

import dev.parley.domain.replay.Replays;

final class InMemoryReplaysTest extends ReplaysContractTest {
  private final InMemoryReplays replays = new InMemoryReplays();

  @Override
  protected Replays replays() {
    return replays;
  }
}
