package dev.parley.local.events;

import com.sun.net.httpserver.HttpExchange;
import dev.parley.local.gateway.Json;
import dev.parley.local.gateway.LoopbackServer;
import dev.parley.local.gateway.Reply;
import dev.parley.local.lambda.Outcome;
import dev.parley.local.template.FunctionSpec;
import dev.parley.local.template.Trigger;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The HTTP API of the template: its routes and no others. */
public final class HttpApi implements LoopbackServer.Endpoint {
  private static final int MOST_BYTES = 10 * 1024 * 1024;

  private final RouteTable<String> routes = new RouteTable<>();
  private final Invoker invoker;
  private final InstantSource clock;
  private final Precedence precedence;
  private final HttpApiEvents events;

  /** Invokes a function of the template. */
  @FunctionalInterface
  public interface Invoker {
    Outcome invoke(String logicalId, byte[] event);
  }

  public HttpApi(
      List<FunctionSpec> functions,
      Invoker invoker,
      InstantSource clock,
      Precedence precedence,
      String account) {
    this.invoker = invoker;
    this.clock = clock;
    this.precedence = precedence;
    this.events = new HttpApiEvents(account);
    for (FunctionSpec function : functions) {
      for (Trigger trigger : function.triggers()) {
        if (trigger instanceof Trigger.Http http) {
          routes.add(http.method(), http.path(), function.logicalId());
        }
      }
    }
  }

  @Override
  public Reply answer(HttpExchange exchange) throws IOException {
    precedence.requestBegins();
    try {
      return routed(exchange);
    } finally {
      precedence.requestEnds();
    }
  }

  private Reply routed(HttpExchange exchange) throws IOException {
    byte[] body = body(exchange.getRequestBody());
    if (body.length > MOST_BYTES) {
      return HttpApiEvents.message(413, "Request Entity Too Large");
    }
    HttpRequest request =
        new HttpRequest(
            exchange.getRequestMethod(),
            exchange.getRequestURI().getRawPath(),
            exchange.getRequestURI().getRawQuery(),
            exchange.getRequestHeaders(),
            body);
    return routes
        .find(request.method(), request.rawPath())
        .map(match -> invoke(request, match))
        .orElseGet(() -> HttpApiEvents.message(404, "Not Found"));
  }

  /** Reads one byte more than is allowed, and drops the rest. */
  private static byte[] body(InputStream in) throws IOException {
    byte[] body = in.readNBytes(MOST_BYTES + 1);
    in.transferTo(java.io.OutputStream.nullOutputStream());
    return body;
  }

  private Reply invoke(HttpRequest request, RouteTable.Match<String> match) {
    String id = UUID.randomUUID().toString();
    byte[] event =
        Json.bytes(
            events.event(request, match.routeKey(), match.parameters(), clock.instant(), id));
    Reply reply =
        switch (invoker.invoke(match.target(), event)) {
          case Outcome.Returned(byte[] payload) -> HttpApiEvents.reply(payload);
          case Outcome.TimedOut t -> HttpApiEvents.message(503, "Service Unavailable");
          case Outcome.Failed f -> HttpApiEvents.message(500, "Internal Server Error");
          case Outcome.Crashed c -> HttpApiEvents.message(500, "Internal Server Error");
        };
    Map<String, String> headers = new LinkedHashMap<>(reply.headers());
    headers.put("apigw-requestid", id);
    return new Reply(reply.status(), headers, reply.body());
  }
}
