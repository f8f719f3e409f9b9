package dev.parley.probe;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.parley.aws.runtime.RuntimeEnvironment;
import dev.parley.json.Json;
import dev.parley.json.JsonObject;
import dev.parley.json.MalformedJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;

/** Makes handlers as Lambda does, and invokes them through their real entry point. */
public final class Invocations {
  public static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private Invocations() {}

  public static <H> H handler(Class<H> type, Callable<H> constructor) {
    Map<String, String> variables =
        Map.of(
            "_HANDLER", type.getName(),
            "AWS_LAMBDA_FUNCTION_NAME", type.getSimpleName(),
            "AWS_REGION", "us-east-1",
            "AWS_ACCESS_KEY_ID", "id",
            "AWS_SECRET_ACCESS_KEY", "secret",
            "DEAD_LETTERS_TABLE", "dead-letters",
            "MERCHANTS_TABLE", "merchants",
            "REQUESTS_TABLE", "requests",
            "MERCHANT_RATE_PER_SECOND", "50",
            "COUNTING_MAX_RECEIVES", "3");
    try {
      return new RuntimeEnvironment(variables, InstantSource.fixed(NOW)).bind(constructor);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  public static JsonObject invoke(RequestStreamHandler handler, String event)
      throws IOException, MalformedJson {
    var out = new ByteArrayOutputStream();
    var in = new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8));
    handler.handleRequest(in, out, context());
    return Json.readObject(out.toByteArray());
  }

  private static Context context() {
    return (Context)
        Proxy.newProxyInstance(
            Invocations.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getAwsRequestId" -> "request-1";
                  case "getRemainingTimeInMillis" -> 10_000;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
