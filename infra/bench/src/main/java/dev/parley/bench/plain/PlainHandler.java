package dev.parley.bench.plain;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.crac.Core;
import org.crac.Resource;

/** A handler without any framework: reads the event, answers a status, writes one log line. */
abstract class PlainHandler implements RequestStreamHandler, Resource {
  private static final String PRIMING =
      "{\"headers\":{},\"pathParameters\":{},\"body\":\"\",\"isBase64Encoded\":false}";

  @SuppressWarnings("this-escape") // a runtime takes its snapshot only after the constructor
  PlainHandler() {
    if ("snap-start".equals(System.getenv("AWS_LAMBDA_INITIALIZATION_TYPE"))) {
      Core.getGlobalContext().register(this);
    }
  }

  /** Does the work and returns the reply's fields after the status. */
  abstract String answer(PlainEvent event) throws IOException;

  @Override
  public final void handleRequest(InputStream in, OutputStream out, Context context)
      throws IOException {
    answer(in, out);
  }

  private void answer(InputStream in, OutputStream out) throws IOException {
    String reply = answer(PlainEvent.read(in));
    out.write(reply.getBytes(StandardCharsets.UTF_8));
    System.out.println("{\"level\":\"INFO\",\"status\":200}");
  }

  /** Runs a call without effects, as the functions do. */
  @Override
  public final void beforeCheckpoint(org.crac.Context<? extends Resource> context)
      throws IOException {
    byte[] event = PRIMING.getBytes(StandardCharsets.UTF_8);
    answer(new ByteArrayInputStream(event), new ByteArrayOutputStream());
    prime();
  }

  /** Asks the services for something that isn't there, so that their classes are loaded. */
  abstract void prime();

  @Override
  public final void afterRestore(org.crac.Context<? extends Resource> context) {}
}
