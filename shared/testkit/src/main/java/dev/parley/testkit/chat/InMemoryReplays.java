package dev.parley.testkit.chat;

import dev.parley.domain.id.MerchantId;
import dev.parley.domain.id.ReplayId;
import dev.parley.domain.replay.Replay;
import dev.parley.domain.replay.ReplayQueue;
import dev.parley.domain.replay.ReplayStep;
import dev.parley.domain.replay.Replays;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Runs that replay events and the queue of their steps, in memory. */
public final class InMemoryReplays implements Replays, ReplayQueue {
  private final Map<String, Replay> runs = new HashMap<>();
  private final Deque<ReplayStep> queued = new ArrayDeque<>();

  /** Returns the steps that wait; what is taken from it is taken from the queue. */
  public Deque<ReplayStep> queued() {
    return queued;
  }

  @Override
  public void begin(Replay replay) {
    runs.putIfAbsent(key(replay.merchantId(), replay.id()), replay);
  }

  @Override
  public Optional<Replay> find(MerchantId merchant, ReplayId id) {
    return Optional.ofNullable(runs.get(key(merchant, id)));
  }

  @Override
  public boolean advance(Replay replay) {
    String key = key(replay.merchantId(), replay.id());
    Replay before = runs.get(key);
    boolean next = before != null && before.step() == replay.step() - 1;
    if (next) {
      runs.put(key, replay);
    }
    return next;
  }

  private static String key(MerchantId merchant, ReplayId id) {
    return merchant + "#" + id;
  }

  @Override
  public void offer(ReplayStep step) {
    queued.add(step);
  }
}
