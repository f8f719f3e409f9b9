package dev.parley.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.parley.sandbox.line.SimulatedLine;
import dev.parley.sandbox.web.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A sandbox on a free port with a clock that only the test moves, and a webhook that listens. */
public final class RunningSandbox implements AutoCloseable {
  /** A webhook call as it came. */
  public record Hook(String signature, String body) {
    /** The only event of the call. */
    public JsonNode event() {
      return json(body).path("events").path(0);
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
  private final Clock clock = new Clock();
  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpServer webhook;
  private final SandboxServer sandbox;

  public RunningSandbox() {
    try {
      InetAddress loopback = InetAddress.getLoopbackAddress();
      webhook = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
      webhook.createContext(
          "/",
          exchange -> {
            String signature = exchange.getRequestHeaders().getFirst("x-line-signature");
            byte[] body = exchange.getRequestBody().readAllBytes();
            hooks.add(
                new Hook(signature, new String(body, java.nio.charset.StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
          });
      webhook.start();
      sandbox = SandboxServer.start(new SandboxOptions(0, clock));
      sandbox.line().register(SimulatedLine.DEMO.at(webhookUrl()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String webhookUrl() {
    return "http://127.0.0.1:" + webhook.getAddress().getPort() + "/hook";
  }

  public void advance(Duration time) {
    clock.now = clock.now.plus(time);
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

  /** Calls a control route; its answer. */
  public JsonNode control(String method, String path, String body) {
    HttpResponse<String> response = call("none", method, "/_sandbox/line" + path, body);
    if (response.statusCode() >= 300) {
      throw new IllegalStateException(response.statusCode() + " " + response.body());
    }
    return json(response.body());
  }

  /** Lets a customer say something; the answer of the control route. */
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
