package dev.parley.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.parley.aws.runtime.RuntimeEnvironment;
import dev.parley.local.gateway.Caller;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One sandbox of a function: its handler in an application context of its own, one invocation at a
 * time. Once it crashed or timed out it is thrown away.
 */
final class FunctionInstance implements Caller {
  private final String function;
  private final String handlerClass;
  private final RuntimeEnvironment environment;
  private @Nullable RequestStreamHandler handler;
  private volatile boolean alive = true;
  private volatile CompletableFuture<Outcome> current = new CompletableFuture<>();

  FunctionInstance(String function, String handlerClass, RuntimeEnvironment environment) {
    this.function = function;
    this.handlerClass = handlerClass;
    this.environment = environment;
  }

  @Override
  public String function() {
    return function;
  }

  @Override
  public boolean alive() {
    return alive;
  }

  @Override
  public void crash() {
    alive = false;
    current.complete(new Outcome.Crashed());
  }

  /** Runs one invocation to its end, or to the time-out. */
  Outcome invoke(byte[] event, Context context, Duration timeout) throws InterruptedException {
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    current = outcome;
    FutureTask<byte[]> task = new FutureTask<>(() -> environment.bind(() -> run(event, context)));
    Thread thread =
        Thread.ofVirtual()
            .name(function)
            .start(
                () -> {
                  task.run();
                  outcome.complete(outcome(task));
                });
    try {
      return outcome.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      alive = false;
      return new Outcome.TimedOut(timeout.toSeconds());
    } catch (ExecutionException e) {
      throw new IllegalStateException("An outcome never fails", e);
    } finally {
      if (!alive) {
        thread.interrupt();
      }
    }
  }

  private byte[] run(byte[] event, Context context) throws Exception {
    RequestStreamHandler ready = handler;
    if (ready == null) {
      ready = construct();
      handler = ready;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ready.handleRequest(new ByteArrayInputStream(event), out, context);
    return out.toByteArray();
  }

  private RequestStreamHandler construct() throws ReflectiveOperationException {
    try {
      Class<?> type = Class.forName(handlerClass);
      return (RequestStreamHandler) type.getDeclaredConstructor().newInstance();
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(handlerClass + " can't be constructed", e.getCause());
    }
  }

  private static Outcome outcome(FutureTask<byte[]> task) {
    try {
      return new Outcome.Returned(task.get());
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return Outcome.Failed.of(cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Crashed();
    }
  }
}
