package dev.parley.local.gateway;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A failure to be injected.
 *
 * @param operation every one when null
 * @param function every one when null
 * @param nth the first matching call that fails, counted from 1 from when it was set
 * @param count how many calls fail from there on
 */
public record Fault(
    String service,
    @Nullable String operation,
    @Nullable String function,
    When when,
    int nth,
    int count,
    Failure failure) {

  /** Whether the call takes effect before it fails. */
  public enum When {
    BEFORE,
    AFTER
  }

  /** What the caller sees. */
  public enum Failure {
    THROTTLE,
    TIMEOUT,
    INTERNAL,
    /** As {@link #INTERNAL}, with the client's own retries used up: it gives up at once. */
    EXHAUSTED,
    CRASH
  }

  boolean concerns(String calledService, String calledOperation, @Nullable String caller) {
    return service.equals(calledService)
        && (function == null || function.equals(caller))
        && (operation == null || operationIs(operation, calledOperation));
  }

  /** A platform's operation may be named by method and path, by the path, or by its end. */
  private static boolean operationIs(String wanted, String actual) {
    String lower = actual.toLowerCase(Locale.ROOT);
    String name = wanted.toLowerCase(Locale.ROOT);
    return lower.equals(name)
        || lower.endsWith(" " + name)
        || (lower.contains("/") && lower.endsWith(name.startsWith("/") ? name : "/" + name));
  }
}
