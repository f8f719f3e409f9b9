package dev.parley.acceptance.faults;

import dev.parley.acceptance.Answer;
import java.util.function.Function;

/**
 * Something that a client does until it was answered well: an agent's tool repeats a request under
 * the same idempotency key, a platform its delivery, a customer a tap.
 */
@FunctionalInterface
interface Step {
  /** Tries it, once; returns whether it is done. */
  boolean done(World world);

  static Step request(Function<World, Answer> request) {
    return world -> request.apply(world).status() / 100 == 2;
  }
}
