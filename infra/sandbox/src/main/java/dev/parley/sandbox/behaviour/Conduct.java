package dev.parley.sandbox.behaviour;

import dev.parley.sandbox.behaviour.Behaviour.Moment;
import dev.parley.sandbox.web.Response;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets calls come to pass as a misbehaviour wants it. */
public final class Conduct implements AutoCloseable {
  private final CountDownLatch closed = new CountDownLatch(1);

  /** What a call of that behaviour is answered, with {@code effect} done or not. */
  public Response of(Behaviour how, Supplier<Response> effect, Supplier<Response> error) {
    delay(how.delayMs());
    if (how.drop() == Moment.BEFORE) {
      return Response.drop();
    }
    if (how.fails() && how.when() == Moment.BEFORE) {
      return error.get();
    }
    Response done = effect.get();
    if (how.drop() == Moment.AFTER) {
      return Response.drop().then(done.afterwards());
    }
    boolean lies = how.fails() && how.when() == Moment.AFTER;
    return lies ? error.get().then(done.afterwards()) : done;
  }

  /** Ends the delays that are under way. */
  @Override
  public void close() {
    closed.countDown();
  }

  private void delay(long millis) {
    try {
      boolean ended = millis > 0 && closed.await(millis, TimeUnit.MILLISECONDS);
      if (ended) {
        Thread.currentThread().interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
