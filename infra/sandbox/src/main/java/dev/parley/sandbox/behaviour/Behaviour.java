package dev.parley.sandbox.behaviour;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.web.BadRequest;
import org.jspecify.annotations.Nullable;

/**
 * A misbehaviour on demand: which calls it meets ({@code operation} such as {@code push}, or {@code
 * *}; one channel's or all; from the {@code nth} match on, {@code count} times, 0 is until it is
 * deleted) and what happens: a delay, then an error (a status, a code of the platform, or both) or
 * a closed connection, before the call takes effect or after.
 */
public record Behaviour(
    String operation,
    @Nullable String channelId,
    int nth,
    int count,
    long delayMs,
    int status,
    int code,
    int subcode,
    @Nullable String message,
    Moment drop,
    Moment when) {

  /** Whether something happens before the call takes effect, after it, later, or not at all. */
  public enum Moment {
    NEVER,
    BEFORE,
    AFTER,
    LATER;

    static Moment of(String text) {
      return switch (text) {
        case "" -> NEVER;
        case "before" -> BEFORE;
        case "after" -> AFTER;
        case "later" -> LATER;
        default -> throw new BadRequest("must be before, after or later: " + text, null);
      };
    }
  }

  /** Reads {@code {operation, channelId?, status?, code?, subcode?, delayMs?, drop?, when?, …}}. */
  public static Behaviour of(ObjectNode body) {
    return new Behaviour(
        body.path("operation").asText("*"),
        text(body, "channelId"),
        body.path("nth").asInt(1),
        body.path("count").asInt(0),
        body.path("delayMs").asLong(0),
        body.path("status").asInt(0),
        body.path("code").asInt(0),
        body.path("subcode").asInt(0),
        text(body, "message"),
        Moment.of(body.path("drop").asText("")),
        Moment.of(body.path("when").asText("before")));
  }

  /** Whether the call fails, now or later. */
  public boolean fails() {
    return status > 0 || code > 0;
  }

  boolean meets(String calledOperation, String callingChannel) {
    return (operation.equals("*") || operation.equals(calledOperation))
        && (channelId == null || channelId.equals(callingChannel));
  }

  private static @Nullable String text(ObjectNode body, String name) {
    return body.hasNonNull(name) ? body.get(name).asText() : null;
  }
}
