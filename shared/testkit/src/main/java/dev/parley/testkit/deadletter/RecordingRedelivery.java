package dev.parley.testkit.deadletter;

import dev.parley.domain.deadletter.DeadLetter;
import dev.parley.domain.deadletter.DeadLetters.Original;
import dev.parley.domain.deadletter.Redelivery;
import java.util.ArrayList;
import java.util.List;

/** Keeps what was put into its queue again. */
public final class RecordingRedelivery implements Redelivery {
  private final List<Original> sent = new ArrayList<>();

  public List<Original> sent() {
    return List.copyOf(sent);
  }

  @Override
  public void send(DeadLetter letter, Original original) {
    sent.add(original);
  }
}
