package dev.parley.sandbox.line;

import dev.parley.sandbox.behaviour.Behaviour;
import dev.parley.sandbox.behaviour.Behaviours;
import dev.parley.sandbox.behaviour.Conduct;
import dev.parley.sandbox.behaviour.RateLimits;
import dev.parley.sandbox.web.CallLog;
import dev.parley.sandbox.web.CallLog.Caller;
import dev.parley.sandbox.web.Endpoint;
import dev.parley.sandbox.web.Request;
import dev.parley.sandbox.web.Response;
import java.util.Optional;
import java.util.function.Supplier;

/** The gate of the simulated API: whose token it is, how it misbehaves, and every call's record. */
final class ApiGate implements AutoCloseable {
  static final String NOT_AUTHENTICATED =
      "Authentication failed. Confirm that the access token in the authorization header is valid.";
  static final String MONTHLY_LIMIT = "You have reached your monthly limit.";
  private static final String RATE_LIMIT = "The API rate limit has been exceeded. Try again later.";
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
  private final Conduct conduct = new Conduct();

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
      log.add(world.clock().instant(), new Caller(operation, channelId), request, response);
      return response;
    };
  }

  CallLog log() {
    return log;
  }

  @Override
  public void close() {
    conduct.close();
  }

  private Response misbehave(String operation, Call call, Operation behind) {
    Optional<Behaviour> behaviour = behaviours.next(operation, call.channel().channelId());
    Supplier<Response> effect = () -> limited(operation, call, behind);
    return behaviour
        .map(how -> conduct.of(how, effect, () -> Response.message(how.status(), words(how))))
        .orElseGet(effect);
  }

  private Response limited(String operation, Call call, Operation behind) {
    return rates.allow(call.channel().channelId(), operation)
        ? behind.answer(call)
        : Response.message(429, RATE_LIMIT);
  }

  private Optional<LineChannel> channel(Request request) {
    return request
        .header("authorization")
        .filter(value -> value.startsWith(BEARER))
        .flatMap(value -> world.channels().ofToken(value.substring(BEARER.length())));
  }

  /** What the error answer of a misbehaviour says. */
  private static String words(Behaviour how) {
    if (how.message() != null) {
      return how.message();
    }
    return switch (how.status()) {
      case 400 -> "Failed to send messages";
      case 401 -> NOT_AUTHENTICATED;
      case 403 -> "Access to this API is not available for your account";
      case 404 -> "Not found";
      case 429 -> RATE_LIMIT;
      default -> "Internal server error";
    };
  }
}
