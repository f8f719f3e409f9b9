package dev.parley.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.sandbox.line.SimulatedLine;
import dev.parley.sandbox.web.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A sandbox on a free port with a clock that only the test moves, and a webhook that listens. */
public final class RunningSandbox implements AutoCloseable {
  /** A webhook call as it came. */
  public record Hook(String signature, String body) {
    /** The only event of the call. */
    public JsonNode event() {
      return json(body).path("events").path(0);
    }

    /** The first messaging item of the call. */
    public JsonNode item() {
      return json(body).at("/entry/0/messaging/0");
    }

    /** The first change of the call. */
    public JsonNode value() {
      return json(body).at("/entry/0/changes/0/value");
    }
  }

  private static final class Clock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-11-24T08:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }
  }

  public final List<Hook> hooks = new CopyOnWriteArrayList<>();

  /** The words that the webhook was asked to verify. */
  public final List<String> verified = new CopyOnWriteArrayList<>();

  private final BlockingQueue<Hook> arriving = new LinkedBlockingQueue<>();
  private final Clock clock = new Clock();
  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpServer webhook;
  private final SandboxServer sandbox;

  public RunningSandbox() {
    try {
      InetAddress loopback = InetAddress.getLoopbackAddress();
      webhook = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
      webhook.createContext("/", this::hear);
      webhook.start();
      sandbox = SandboxServer.start(new SandboxOptions(0, clock));
      sandbox.line().register(SimulatedLine.DEMO.at(webhookUrl()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes webhook calls, and answers the challenge to whoever doesn't call itself a stranger. */
  private void hear(HttpExchange exchange) throws IOException {
    byte[] answer = new byte[0];
    int status = 200;
    if (exchange.getRequestMethod().equals("GET")) {
      String query = exchange.getRequestURI().getRawQuery();
      verified.add(parameter(query, "hub.verify_token"));
      status = parameter(query, "hub.verify_token").equals("stranger") ? 403 : 200;
      answer = parameter(query, "hub.challenge").getBytes(UTF_8);
    } else {
      String line = exchange.getRequestHeaders().getFirst("x-line-signature");
      String hub = exchange.getRequestHeaders().getFirst("x-hub-signature-256");
      byte[] body = exchange.getRequestBody().readAllBytes();
      Hook hook = new Hook(Optional.ofNullable(line).orElse(hub), new String(body, UTF_8));
      hooks.add(hook);
      arriving.add(hook);
    }
    exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private static String parameter(String query, String name) {
    for (String pair : query.split("&")) {
      if (pair.startsWith(name + "=")) {
        return URLDecoder.decode(pair.substring(name.length() + 1), UTF_8);
      }
    }
    return "";
  }

  public SandboxServer server() {
    return sandbox;
  }

  public String webhookUrl() {
    return "http://127.0.0.1:" + webhook.getAddress().getPort() + "/hook";
  }

  public void advance(Duration time) {
    clock.now = clock.now.plus(time);
  }

  public Instant now() {
    return clock.now;
  }

  /** The next webhook call that nobody has taken yet. */
  public Hook next() {
    try {
      Hook hook = arriving.poll(10, TimeUnit.SECONDS);
      if (hook == null) {
        throw new IllegalStateException("no webhook call came");
      }
      return hook;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Calls LINE's API with the demo channel's token; more headers as name, value, name, value. */
  public HttpResponse<String> line(String method, String path, String body, String... headers) {
    return call(
        "Bearer " + SimulatedLine.DEMO.channelAccessToken(), method, "/line" + path, body, headers);
  }

  public HttpResponse<String> call(
      String authorization, String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
            .header("authorization", authorization)
            .method(method, BodyPublishers.ofString(body));
    if (!List.of(headers).contains("content-type")) {
      request.header("content-type", "application/json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Calls a control route of LINE; its answer. */
  public JsonNode control(String method, String path, String body) {
    return control("line", method, path, body);
  }

  /** Calls a control route of a platform; its answer. */
  public JsonNode control(String platform, String method, String path, String body) {
    String route = "/_sandbox/" + platform + path;
    HttpResponse<String> response = call("none", method, route, body);
    if (response.statusCode() >= 300) {
      throw new IllegalStateException(response.statusCode() + " " + response.body());
    }
    return json(response.body().isEmpty() ? "{}" : response.body());
  }

  /** Lets a customer of LINE say something; the answer of the control route. */
  public JsonNode say(String userId, String body) {
    return control("POST", "/customers/" + userId + "/messages", body);
  }

  public static JsonNode json(String text) {
    try {
      return Json.parse(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    sandbox.close();
    webhook.stop(0);
    http.shutdownNow();
  }
}
