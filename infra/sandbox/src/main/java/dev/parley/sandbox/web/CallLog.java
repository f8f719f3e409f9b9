package dev.parley.sandbox.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The latest calls that a simulated platform received or made, newest last. */
public final class CallLog {
  /** Who called what. */
  public record Caller(String operation, String channelId) {}

  private static final int KEPT = 20_000;
  private static final Set<String> SECRET =
      Set.of("authorization", "access_token", "input_token", "appsecret_proof");

  private final Deque<ObjectNode> calls = new ArrayDeque<>();

  public synchronized void add(ObjectNode call) {
    if (calls.size() == KEPT) {
      calls.removeFirst();
    }
    calls.add(call);
  }

  /** Adds a call with its answer; whatever is secret in it is left out. */
  public void add(Instant at, Caller caller, Request request, Response response) {
    ObjectNode entry = Json.object().put("at", at.toString());
    entry.put("operation", caller.operation()).put("channelId", caller.channelId());
    entry.put("method", request.method()).put("path", request.path());
    entry.put("status", response.status());
    if (response.dropped()) {
      entry.put("dropped", true);
    }
    if (!request.query().isEmpty()) {
      entry.set("query", open(request.query()));
    }
    entry.set("request", json(request.headers().get("content-type"), request.body()));
    entry.set("requestHeaders", open(request.headers()));
    entry.set("response", json(response.headers().get("content-type"), response.body()));
    add(entry);
  }

  public synchronized ArrayNode all() {
    return Json.array().addAll(calls);
  }

  public synchronized void clear() {
    calls.clear();
  }

  private static ObjectNode open(Map<String, String> values) {
    ObjectNode open = Json.object();
    values.forEach(
        (name, value) -> {
          if (!SECRET.contains(name)) {
            open.put(name, value);
          }
        });
    return open;
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
