package dev.parley.bench.reference;

import com.amazonaws.services.lambda.runtime.Context;
import dev.parley.bench.plain.LineWork;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.function.aws.MicronautRequestStreamHandler;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Micronaut Function's stream handler over a context told to look for as little as it can be. */
public class FunctionLineWebhook extends MicronautRequestStreamHandler {
  @Inject LineWork work;

  @Override
  protected ApplicationContextBuilder newApplicationContextBuilder() {
    return LeanBuilder.of();
  }

  @Override
  protected void execute(InputStream in, OutputStream out, Context context) throws IOException {
    out.write(work.answer(in).getBytes(StandardCharsets.UTF_8));
  }
}
