package dev.parley.aws.http;

import com.amazonaws.services.lambda.runtime.Context;
import dev.parley.aws.id.RandomIds;
import dev.parley.aws.runtime.LeanStreamHandler;
import dev.parley.domain.fault.TransientFault;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Base of a function behind the HTTP API. It turns what goes wrong into problems: bad input into
 * 400, an id that nothing can have into 404, a fault that may pass into 503 with {@code
 * Retry-After}, any other into 500; and writes one log line a request.
 */
public abstract class HttpHandler extends LeanStreamHandler {
  private static final int MEBIBYTE = 1024 * 1024;

  /** Asks for what isn't there, in a way that every function looks for in its table. */
  private static final String PRIMING =
      "{\"routeKey\":\"GET /\",\"rawPath\":\"/\",\"headers\":{\"authorization\":"
          + "\"Bearer pk_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"},\"pathParameters\":"
          + "{\"channelId\":\"priming\",\"token\":\"AAAAAAAAAAAAAAAAAAAAAAA\"},"
          + "\"requestContext\":{\"http\":{},\"requestId\":\"priming\"},\"isBase64Encoded\":false}";

  private static final HttpReply UNAVAILABLE =
      HttpReply.problem(
              503, "unavailable", "Try again", "A service behind this API is slow or down.")
          .with("retry-after", "1");
  private static final HttpReply BROKEN =
      HttpReply.problem(500, "fault", "Something broke", "It was logged under the request's id.");

  @Inject InstantSource clock;

  /** Answers the request; with a problem, or by {@link BadInput}, when it can't. */
  protected abstract HttpReply handle(HttpCall call, LogNotes notes);

  /** Returns what is shown in place of a fault, which the log has. */
  protected HttpReply shown(HttpReply fault) {
    return fault;
  }

  /** Returns how many bytes a body may have. */
  protected int mostBytes() {
    return MEBIBYTE;
  }

  protected final InstantSource clock() {
    return clock;
  }

  @Override
  protected final void execute(InputStream input, OutputStream output, @Nullable Context context)
      throws IOException {
    long started = clock.millis();
    int remaining = context == null ? 0 : context.getRemainingTimeInMillis();
    HttpCall call =
        HttpEvent.read(input, clock.instant().plusMillis(remaining), new RandomIds(clock));
    LogNotes notes = new LogNotes();
    HttpReply reply = answered(call, notes);
    output.write(reply.lambdaReply(call.requestId()));
    log()
        .info(
            w -> {
              w.field("requestId", call.requestId()).field("route", call.route());
              notes.write(w);
              w.field("status", reply.status()).field("ms", clock.millis() - started);
            });
  }

  private HttpReply answered(HttpCall call, LogNotes notes) {
    if (call.body().length > mostBytes()) {
      return HttpReply.tooLarge(
          "A body may have at most %,d bytes; this one has %,d."
              .formatted(mostBytes(), call.body().length));
    }
    try {
      return handle(call, notes);
    } catch (BadInput e) {
      return HttpReply.badInput(String.valueOf(e.getMessage()), e.errors());
    } catch (UnknownId e) {
      return HttpReply.notFound();
    } catch (TransientFault e) {
      return faulty(call, notes, e, UNAVAILABLE);
    } catch (RuntimeException e) {
      return faulty(call, notes, e, BROKEN);
    }
  }

  private HttpReply faulty(
      HttpCall call, LogNotes notes, RuntimeException fault, HttpReply problem) {
    log()
        .error(
            fault,
            w -> {
              w.field("requestId", call.requestId());
              notes.write(w);
            });
    return shown(problem);
  }

  @Override
  protected void prime() throws IOException {
    execute(
        new ByteArrayInputStream(PRIMING.getBytes(StandardCharsets.UTF_8)),
        new ByteArrayOutputStream(),
        null);
  }
}
