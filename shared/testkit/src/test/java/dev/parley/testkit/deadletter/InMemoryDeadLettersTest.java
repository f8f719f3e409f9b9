package dev.parley.testkit.deadletter;

import dev.parley.domain.deadletter.DeadLetters;
import java.time.InstantSource;

final class InMemoryDeadLettersTest extends DeadLettersContractTest {
  @Override
  protected DeadLetters letters(InstantSource clock) {
    return new InMemoryDeadLetters(clock);
  }
}
