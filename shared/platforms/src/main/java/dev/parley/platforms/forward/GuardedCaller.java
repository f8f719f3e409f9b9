package dev.parley.platforms.forward;

import dev.parley.domain.forward.TargetRule;
import dev.parley.domain.forward.WebhookCaller;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Calls addresses over one connection each, to the very address that was checked: the host is
 * looked up once, all that it stands for must be of the open internet, and nobody looks it up
 * again. Redirects are not followed. A call takes 10 s at most, the looking up included.
 */
public final class GuardedCaller implements WebhookCaller {
  private static final Duration WHOLE = Duration.ofSeconds(10);

  private final TargetRule rule;
  private final Connector connector;
  private final Duration whole;

  public GuardedCaller(TargetRule rule) {
    this(rule, Connector.of(rule), WHOLE);
  }

  GuardedCaller(TargetRule rule, Connector connector, Duration whole) {
    this.rule = rule;
    this.connector = connector;
    this.whole = whole;
  }

  @Override
  public Result post(String url, Map<String, String> headers, String body) {
    var problem = rule.problem(url);
    if (problem.isPresent()) {
      return new Result.Silent("The address " + problem.get());
    }
    Exchange exchange = new Exchange(connector, URI.create(url), headers, body);
    FutureTask<Result> answer = new FutureTask<>(exchange::run);
    Thread.ofVirtual().start(answer); // A look-up can't be ended: nobody waits for one too long.
    return awaited(answer, exchange);
  }

  /** Closing the connection ends whatever the exchange waits for. */
  private Result awaited(FutureTask<Result> answer, Exchange exchange) {
    try {
      return answer.get(whole.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return new Result.Silent("No answer within " + whole.toSeconds() + " s");
    } catch (ExecutionException e) {
      return silent(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Result.Silent("The call was interrupted");
    } finally {
      exchange.close();
    }
  }

  private static Result silent(ExecutionException e) {
    return switch (e.getCause()) {
      case NotPublic inside ->
          new Result.Silent("The host stands for an address that is not public");
      case UnknownHostException unknown -> new Result.Silent("The host is unknown");
      case SocketTimeoutException slow -> new Result.Silent("The address did not answer in time");
      case SSLException tls -> new Result.Silent("No TLS: " + tls.getClass().getSimpleName());
      case IOException io -> new Result.Silent("No connection: " + io.getClass().getSimpleName());
      case RuntimeException fault -> throw fault;
      case null, default -> throw new IllegalStateException(e);
    };
  }
}
