package dev.parley.local.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.parley.local.events.Schedules;
import dev.parley.local.gateway.BusService;
import dev.parley.local.gateway.Faults;
import dev.parley.local.gateway.Json;
import dev.parley.local.gateway.LoopbackServer;
import dev.parley.local.gateway.Meter;
import dev.parley.local.gateway.Reply;
import dev.parley.local.lambda.Functions;
import dev.parley.local.lambda.LambdaFunction;
import dev.parley.local.lambda.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The control routes under {@code /_local}, for tests and for people who watch. */
public final class ControlRoutes implements LoopbackServer.Endpoint {
  public static final String PREFIX = "/_local/";

  /** The logical id of the function that makes merchants. */
  public static final String MERCHANT_CREATE = "MerchantCreate";

  private static final long IDLE_MILLIS = 30_000;

  private final Functions functions;
  private final Schedules schedules;
  private final ClockRoute clock;
  private final IdleProbe idle;
  private final Meter meter;
  private final Faults faults;
  private final BusService bus;

  public ControlRoutes(
      Functions functions,
      Schedules schedules,
      ClockRoute clock,
      IdleProbe idle,
      Meter meter,
      Faults faults,
      BusService bus) {
    this.functions = functions;
    this.schedules = schedules;
    this.clock = clock;
    this.idle = idle;
    this.meter = meter;
    this.faults = faults;
    this.bus = bus;
  }

  @Override
  public Reply answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getPath().substring(PREFIX.length());
    try {
      return route(exchange, List.of(path.split("/", -1)), body);
    } catch (BadControlCall e) {
      return message(400, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return message(503, "The runner stops");
    }
  }

  private Reply route(HttpExchange exchange, List<String> path, byte[] body)
      throws InterruptedException {
    String call = exchange.getRequestMethod() + " " + path.getFirst();
    return switch (path.size()) {
      case 1 -> single(call, exchange, body);
      case 2 ->
          call.equals("POST usage") && path.get(1).equals("reset") ? resetUsage() : notFound();
      case 3 -> onFunction(call, path, body);
      default -> notFound();
    };
  }

  private Reply single(String call, HttpExchange exchange, byte[] body)
      throws InterruptedException {
    return switch (call) {
      case "POST merchants" -> createMerchant(body);
      case "GET idle" -> awaitIdle(exchange.getRequestURI().getQuery());
      case "POST clock" -> Reply.json(200, clock.move(object(body)));
      case "GET clock" -> Reply.json(200, clock.describe());
      case "GET functions" -> listFunctions();
      case "GET usage" -> Reply.json(200, meter.usage());
      case "GET mail" -> items(Json.array()); // nothing sends mail yet
      case "GET bus" -> items(bus.events());
      case "POST faults" -> addFault(body);
      case "GET faults" -> Reply.json(200, Json.object().put("allStruck", faults.allStruck()));
      case "DELETE faults" -> clearFaults();
      default -> notFound();
    };
  }

  private Reply onFunction(String call, List<String> path, byte[] body) {
    String logicalId = path.get(1);
    Optional<LambdaFunction> function = functions.byId(logicalId);
    if (function.isEmpty()) {
      return message(404, "There is no function " + logicalId);
    }
    return switch (call + " " + path.get(2)) {
      case "POST schedules run" ->
          schedules
              .runNow(logicalId)
              .map(outcome -> Reply.json(200, outcome.json()))
              .orElseGet(() -> message(404, logicalId + " has no schedule"));
      case "POST functions invoke" ->
          Reply.json(
              200,
              function
                  .get()
                  .invoke(body.length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : body)
                  .json());
      default -> notFound();
    };
  }

  private Reply createMerchant(byte[] body) {
    LambdaFunction create =
        functions
            .byId(MERCHANT_CREATE)
            .orElseThrow(() -> new BadControlCall("The template has no " + MERCHANT_CREATE));
    return switch (create.invoke(body)) {
      case Outcome.Returned(byte[] payload) ->
          new Reply(200, Map.of("Content-Type", "application/json"), payload);
      case Outcome failed -> Reply.json(400, failed.json());
    };
  }

  private Reply awaitIdle(@Nullable String query) throws InterruptedException {
    long millis = IDLE_MILLIS;
    boolean rest = false;
    for (String pair : query == null ? new String[0] : query.split("&", -1)) {
      if (pair.startsWith("timeoutMs=")) {
        millis = number(pair.substring("timeoutMs=".length()));
      }
      rest |= pair.equals("until=rest");
    }
    Duration longest = Duration.ofMillis(millis);
    boolean reached = rest ? idle.awaitRest(longest) : idle.awaitIdle(longest);
    return Reply.json(
        reached ? 200 : 408, Json.object().put("idle", rest ? idle.empty() : reached));
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new BadControlCall("timeoutMs must be a number, not " + text);
    }
  }

  private Reply listFunctions() {
    ArrayNode items = Json.array();
    functions.all().forEach(function -> items.add(function.describe(Json.object())));
    return items(items);
  }

  private static Reply items(ArrayNode items) {
    ObjectNode list = Json.object();
    list.set("items", items);
    return Reply.json(200, list);
  }

  private Reply resetUsage() {
    meter.reset();
    return noContent();
  }

  private Reply addFault(byte[] body) {
    faults.add(FaultRequests.read(object(body)));
    return noContent();
  }

  private Reply clearFaults() {
    faults.clear();
    return noContent();
  }

  private static JsonNode object(byte[] body) {
    return Json.tryParse(body)
        .filter(JsonNode::isObject)
        .orElseThrow(() -> new BadControlCall("The body must be a JSON object"));
  }

  private static Reply noContent() {
    return new Reply(204, Map.of(), new byte[0]);
  }

  private static Reply notFound() {
    return message(404, "There is no such control route");
  }

  private static Reply message(int status, String message) {
    return Reply.json(status, Json.object().put("message", message));
  }
}
