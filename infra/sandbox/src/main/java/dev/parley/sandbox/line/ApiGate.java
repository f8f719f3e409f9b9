package dev.parley.sandbox.line;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.line.LineBehaviour.Moment;
import dev.parley.sandbox.web.CallLog;
import dev.parley.sandbox.web.Endpoint;
import dev.parley.sandbox.web.Json;
import dev.parley.sandbox.web.Request;
import dev.parley.sandbox.web.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The gate of the simulated API: whose token it is, how it misbehaves, and every call's record. */
final class ApiGate implements AutoCloseable {
  static final String NOT_AUTHENTICATED =
      "Authentication failed. Confirm that the access token in the authorization header is valid.";
  private static final String BEARER = "Bearer ";

  /** An authenticated call. */
  record Call(Request request, LineChannel channel, String requestId) {}

  /** What an operation does for a call that has passed the gate. */
  @FunctionalInterface
  interface Operation {
    Response answer(Call call);
  }

  private final LineWorld world;
  private final Behaviours behaviours;
  private final RateLimits rates;
  private final CallLog log = new CallLog();
  private final CountDownLatch closed = new CountDownLatch(1);

  ApiGate(LineWorld world, Behaviours behaviours, RateLimits rates) {
    this.world = world;
    this.behaviours = behaviours;
    this.rates = rates;
  }

  Endpoint guard(String operation, Operation behind) {
    return request -> {
      String requestId = world.ids().request();
      Optional<LineChannel> channel = channel(request);
      String channelId = channel.map(LineChannel::channelId).orElse("");
      Response response =
          channel
              .map(known -> new Call(request, known, requestId))
              .map(call -> misbehave(operation, call, behind))
              .orElseGet(() -> Response.message(401, NOT_AUTHENTICATED))
              .with("x-line-request-id", requestId);
      record(operation, channelId, request, response);
      return response;
    };
  }

  CallLog log() {
    return log;
  }

  @Override
  public void close() {
    closed.countDown();
  }

  private Response misbehave(String operation, Call call, Operation behind) {
    Optional<LineBehaviour> behaviour = behaviours.next(operation, call.channel().channelId());
    if (behaviour.isEmpty()) {
      return limited(operation, call, behind);
    }
    LineBehaviour how = behaviour.get();
    delay(how.delayMs());
    boolean error = how.status() > 0;
    if (how.drop() == Moment.BEFORE) {
      return Response.drop();
    }
    if (error && how.when() == Moment.BEFORE) {
      return Response.message(how.status(), how.words());
    }
    Response effect = limited(operation, call, behind);
    if (how.drop() == Moment.AFTER) {
      return Response.drop();
    }
    return error ? Response.message(how.status(), how.words()) : effect;
  }

  private Response limited(String operation, Call call, Operation behind) {
    return rates.allow(call.channel().channelId(), operation)
        ? behind.answer(call)
        : Response.message(429, LineBehaviour.RATE_LIMIT);
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

  private Optional<LineChannel> channel(Request request) {
    return request
        .header("authorization")
        .filter(value -> value.startsWith(BEARER))
        .flatMap(value -> world.channels().ofToken(value.substring(BEARER.length())));
  }

  private void record(String operation, String channelId, Request request, Response response) {
    ObjectNode entry = Json.object().put("at", world.clock().instant().toString());
    entry.put("operation", operation).put("channelId", channelId);
    entry.put("method", request.method()).put("path", request.path());
    entry.put("status", response.status());
    if (response.dropped()) {
      entry.put("dropped", true);
    }
    entry.set("request", json(request.headers().get("content-type"), request.body()));
    ObjectNode headers = entry.putObject("requestHeaders");
    for (Map.Entry<String, String> header : request.headers().entrySet()) {
      if (!header.getKey().equals("authorization")) {
        headers.put(header.getKey(), header.getValue());
      }
    }
    entry.set("response", json(response.headers().get("content-type"), response.body()));
    log.add(entry);
  }

  /** A body as JSON if it is that, else as text, {@code null} if it is neither. */
  private static @Nullable JsonNode json(@Nullable String type, byte[] body) {
    if (body.length == 0 || type == null || !type.startsWith("application/json")) {
      return null;
    }
    try {
      return Json.parse(body);
    } catch (JsonProcessingException e) {
      return Json.object().put("unreadable", new String(body, StandardCharsets.UTF_8));
    }
  }
}
