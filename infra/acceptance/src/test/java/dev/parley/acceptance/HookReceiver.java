package dev.parley.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A merchant's other system: takes calls on loopback, or fails as often as it is told to. */
final class HookReceiver implements AutoCloseable {
  private final HttpServer server;
  private final List<Call> calls = new ArrayList<>();
  private int failures;
  private int failure = 500;

  /** A call that came, taken or not. */
  record Call(Map<String, String> headers, String body, int status) {
    String id() {
      return headers.getOrDefault("webhook-id", "");
    }

    String type() {
      return body.replaceFirst("(?s)^\\{\"type\":\"([^\"]+)\".*", "$1");
    }

    /** Checks the signature as the scheme has it. */
    Call isSignedWith(String secret) {
      String signed = id() + "." + headers.get("webhook-timestamp") + "." + body;
      byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
      assertEquals("v1," + hmac(key, signed), headers.get("webhook-signature"));
      return this;
    }
  }

  HookReceiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  /** Answers the next calls with the status. */
  synchronized void fail(int times, int status) {
    failures = times;
    failure = status;
  }

  synchronized List<Call> calls() {
    return List.copyOf(calls);
  }

  synchronized List<Call> taken() {
    return calls.stream().filter(call -> call.status() == 200).toList();
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
    int status = keep(headers, body);
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private synchronized int keep(Map<String, String> headers, String body) {
    int status = failures > 0 ? failure : 200;
    failures = Math.max(0, failures - 1);
    calls.add(new Call(headers, body, status));
    return status;
  }

  private static String hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
