package dev.parley.sandbox.meta;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.web.Response;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The webhooks that come of a sent message: echoes, receipts, states; one call each, in order,
 * after the call that sent it has been answered or, if the switch says so, before.
 */
public final class Aftermath<A extends Account> implements AutoCloseable {
  private final MetaWorld<A> world;
  private final Deliveries<A> deliveries;
  private final AtomicInteger pending = new AtomicInteger();
  private final ExecutorService line =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());

  public Aftermath(MetaWorld<A> world, Deliveries<A> deliveries) {
    this.world = world;
    this.deliveries = deliveries;
  }

  /** The answer with these webhooks at their time. */
  public Response of(Response answer, A account, List<ObjectNode> bodies) {
    return switch (world.switches().callbacks()) {
      case NONE -> answer;
      case BEFORE -> {
        bodies.forEach(body -> deliveries.deliver(account, body));
        yield answer;
      }
      case AFTER -> {
        pending.addAndGet(bodies.size());
        yield answer.then(() -> bodies.forEach(body -> later(account, body)));
      }
    };
  }

  /** How many webhooks are still to come. */
  public int pending() {
    return pending.get();
  }

  @Override
  public void close() {
    line.shutdownNow();
  }

  private void later(A account, ObjectNode body) {
    try {
      line.execute(() -> deliver(account, body));
    } catch (RejectedExecutionException e) {
      pending.decrementAndGet(); // the sandbox ends
    }
  }

  private void deliver(A account, ObjectNode body) {
    try {
      deliveries.deliver(account, body);
    } finally {
      pending.decrementAndGet();
    }
  }
}
