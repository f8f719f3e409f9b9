package dev.parley.local;

import dev.parley.local.control.MovableClock;
import dev.parley.local.store.QueueClock;
import java.time.InstantSource;

/** The functions' clock, which can be moved, and the queues', which only jumps ahead. */
record LocalTime(MovableClock functions, QueueClock queues) {
  static LocalTime real() {
    InstantSource real = InstantSource.system();
    return new LocalTime(new MovableClock(real), new QueueClock(real));
  }
}
