package dev.parley.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What every function's AWS and platform calls go through: it knows the instance that calls, counts
 * what it asks for, and fails on demand.
 */
public final class AwsGateway implements LoopbackServer.Endpoint {
  private static final Map<String, String> SERVICES =
      Map.of(
          "DynamoDB_20120810", "dynamodb",
          "DynamoDBStreams_20120810", "dynamodb",
          "AmazonSQS", "sqs",
          "TrentService", "kms",
          "AWSEvents", "events");

  private final Callers callers;
  private final Meter meter;
  private final Faults faults;
  private final Map<String, AwsService> services;
  private final PlatformProxy platforms;

  /**
   * @param services by the names that faults and usage give them
   */
  public AwsGateway(
      Callers callers,
      Meter meter,
      Faults faults,
      Map<String, AwsService> services,
      PlatformProxy platforms) {
    this.callers = callers;
    this.meter = meter;
    this.faults = faults;
    this.services = Map.copyOf(services);
    this.platforms = platforms;
  }

  @Override
  public Reply answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getRawPath();
    return path.startsWith(PlatformProxy.PREFIX)
        ? platformCall(exchange, path, body)
        : awsCall(exchange, body);
  }

  private Reply platformCall(HttpExchange exchange, String path, byte[] body) {
    Optional<PlatformProxy.Route> route = PlatformProxy.Route.of(path);
    if (route.isEmpty()) {
      return Reply.json(404, Json.object().put("message", "Not Found"));
    }
    PlatformProxy.Route to = route.get();
    String operation = PlatformProxy.operation(exchange.getRequestMethod(), to.rest());
    Caller caller = callers.byAccessKey(to.accessKey()).orElse(null);
    Call call = new Call(to.endpoint(), operation, body, caller);
    return intercept(call, () -> AwsService.Answer.of(platforms.forward(to, exchange, body)));
  }

  private Reply awsCall(HttpExchange exchange, byte[] body) {
    String target = header(exchange, "X-Amz-Target");
    int dot = target.indexOf('.');
    String service = dot < 0 ? "" : SERVICES.getOrDefault(target.substring(0, dot), "");
    AwsService answering = services.get(service);
    if (answering == null) {
      return ErrorReplies.aws(
          400, "UnknownOperationException", "The local runner has no service for " + target);
    }
    String operation = target.substring(dot + 1);
    Caller caller = callers.bySignature(header(exchange, "Authorization")).orElse(null);
    return intercept(
        new Call(service, operation, body, caller), () -> answering.answer(operation, body));
  }

  private static String header(HttpExchange exchange, String name) {
    @Nullable String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  private Reply intercept(Call call, Supplier<AwsService.Answer> effect) {
    if (call.refused()) {
      return Reply.DROPPED;
    }
    Optional<Fault> fault = faults.strike(call);
    if (fault.isPresent() && fault.get().when() == Fault.When.BEFORE) {
      meter.call(call.meterName(), call.function());
      return fail(call, fault.get());
    }
    AwsService.Answer answer = effect.get();
    meter.call(call.meterName(), call.function(), answer.capacity());
    return fault.isPresent() ? fail(call, fault.get()) : answer.reply();
  }

  private static Reply fail(Call call, Fault fault) {
    if (fault.failure() == Fault.Failure.CRASH && call.caller() != null) {
      call.caller().crash();
    }
    return ErrorReplies.of(call, fault.failure());
  }
}
