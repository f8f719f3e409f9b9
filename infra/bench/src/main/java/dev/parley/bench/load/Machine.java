package dev.parley.bench.load;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How busy all processors are, whoever keeps them so. */
final class Machine {
  private final OperatingSystemMXBean system;

  private Machine(OperatingSystemMXBean system) {
    this.system = system;
  }

  /** Begins to watch. */
  static Machine watched() {
    var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    system.getCpuLoad(); // Each answer is about the time since the last one.
    return new Machine(system);
  }

  /** Returns the share of the time since it was watched in which the processors worked. */
  double busy() {
    return Math.max(0, system.getCpuLoad());
  }
}
