package dev.parley.bench.reference;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.parley.bench.plain.LineWork;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Micronaut's container alone behind a plain handler. */
public final class ContainerLineWebhook implements RequestStreamHandler {
  private final LineWork work = LeanBuilder.of().start().getBean(LineWork.class);

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    out.write(work.answer(in).getBytes(StandardCharsets.UTF_8));
  }
}
