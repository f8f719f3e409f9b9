package dev.parley.sandbox.line;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.web.BadRequest;
import org.jspecify.annotations.Nullable;

/**
 * A misbehaviour on demand: which calls it meets ({@code operation} such as {@code push}, or {@code
 * *}; one channel's or all; from the {@code nth} match on, {@code count} times, 0 is until it is
 * deleted) and what happens: a delay, then an error status or a closed connection, before the call
 * takes effect or after.
 */
public record LineBehaviour(
    String operation,
    @Nullable String channelId,
    int nth,
    int count,
    long delayMs,
    int status,
    @Nullable String message,
    Moment drop,
    Moment when) {

  /** Whether something happens before the call takes effect, after it, or not at all. */
  public enum Moment {
    NEVER,
    BEFORE,
    AFTER;

    static Moment of(String text) {
      return switch (text) {
        case "" -> NEVER;
        case "before" -> BEFORE;
        case "after" -> AFTER;
        default -> throw new BadRequest("must be before or after: " + text, null);
      };
    }
  }

  static final String RATE_LIMIT = "The API rate limit has been exceeded. Try again later.";
  static final String MONTHLY_LIMIT = "You have reached your monthly limit.";

  /** Reads {@code {operation, channelId?, status?, monthlyLimit?, delayMs?, drop?, …}}. */
  static LineBehaviour of(ObjectNode body) {
    boolean monthly = body.path("monthlyLimit").asBoolean(false);
    String drop = body.path("drop").asText("");
    return new LineBehaviour(
        body.path("operation").asText("*"),
        text(body, "channelId"),
        body.path("nth").asInt(1),
        body.path("count").asInt(0),
        body.path("delayMs").asLong(0),
        body.path("status").asInt(monthly ? 429 : 0),
        monthly ? MONTHLY_LIMIT : text(body, "message"),
        Moment.of(drop),
        Moment.of(body.path("when").asText("before")));
  }

  boolean meets(String calledOperation, String callingChannel) {
    return (operation.equals("*") || operation.equals(calledOperation))
        && (channelId == null || channelId.equals(callingChannel));
  }

  /** What an error answer says. */
  String words() {
    if (message != null) {
      return message;
    }
    return switch (status) {
      case 400 -> "Failed to send messages";
      case 401 -> ApiGate.NOT_AUTHENTICATED;
      case 403 -> "Access to this API is not available for your account";
      case 404 -> "Not found";
      case 429 -> RATE_LIMIT;
      default -> "Internal server error";
    };
  }

  private static @Nullable String text(ObjectNode body, String name) {
    return body.hasNonNull(name) ? body.get(name).asText() : null;
  }
}
