package dev.parley.testkit.referral;

import dev.parley.domain.attribution.Click;
import dev.parley.domain.attribution.ParkedClicks;
import java.util.ArrayList;
import java.util.List;

/** Parked clicks in memory. */
public final class InMemoryParkedClicks implements ParkedClicks {
  private final List<Click> parked = new ArrayList<>();

  @Override
  public void park(List<Click> clicks) {
    parked.addAll(clicks);
  }

  @Override
  public List<Click> oldest(int most) {
    return parked.stream().limit(most).toList();
  }

  @Override
  public void release(List<Click> clicks) {
    parked.removeAll(clicks);
  }
}
