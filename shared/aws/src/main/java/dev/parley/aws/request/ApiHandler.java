package dev.parley.aws.request;

import dev.parley.aws.http.HttpCall;
import dev.parley.aws.http.HttpHandler;
import dev.parley.aws.http.HttpReply;
import dev.parley.aws.http.LogNotes;
import dev.parley.domain.merchant.ApiKeys;
import dev.parley.domain.merchant.Caller;
import dev.parley.domain.merchant.Role;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Base of a function that agents call: finds who asks, holds the merchant's rate, and does a
 * repeated request once.
 */
public abstract class ApiHandler extends HttpHandler {
  private static final String BEARER = "bearer ";
  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

  @Inject ApiKeys keys;
  @Inject MerchantRate rate;
  @Inject Idempotency idempotency;

  /** Answers the caller's request. */
  protected abstract HttpReply handle(Caller caller, HttpCall call);

  /** Returns the least role that may ask for this; {@link Role#AGENT} unless said otherwise. */
  protected Role leastRole(HttpCall call) {
    return Role.AGENT;
  }

  /** Returns the media type that a body must have, where it has one. */
  protected String mediaType(HttpCall call) {
    return "application/json";
  }

  @Override
  protected final HttpReply handle(HttpCall call, LogNotes notes) {
    String key = bearer(call.header("authorization"));
    Optional<Caller> caller = key.isEmpty() ? Optional.empty() : keys.find(key);
    if (caller.isEmpty()) {
      return HttpReply.unauthorized("Send an API key as \"Authorization: Bearer <key>\".")
          .with("www-authenticate", "Bearer");
    }
    notes.note("merchantId", caller.get().merchantId().value());
    return admitted(caller.get(), key, call);
  }

  private HttpReply admitted(Caller caller, String key, HttpCall call) {
    Optional<Integer> wait = rate.admit(caller.merchantId());
    if (wait.isPresent()) {
      return HttpReply.problem(
              429, "rate-exceeded", "Too many requests", "The merchant's rate is exceeded.")
          .with("retry-after", String.valueOf(wait.get()));
    }
    if (!caller.isAtLeast(leastRole(call))) {
      return HttpReply.forbidden(
          "This needs the role "
              + leastRole(call).wireName()
              + "; the key has the role "
              + caller.agent().role().wireName()
              + ".");
    }
    if (!caller.mayUse(area(call), call.method().equals("GET"))) {
      return HttpReply.forbidden(
          "The key is limited to " + String.join(", ", new TreeSet<>(caller.scopes())) + ".");
    }
    if (call.body().length > 0 && WITH_BODY.contains(call.method()) && !hasMediaType(call)) {
      return HttpReply.problem(
          415,
          "unsupported-media-type",
          "Unsupported media type",
          "The body must be " + mediaType(call) + ".");
    }
    return call.method().equals("POST") && call.header("idempotency-key") != null
        ? idempotency.once(caller.merchantId(), key, call, once -> handle(caller, once))
        : handle(caller, call);
  }

  /** Returns the first part of the route's path. */
  private static String area(HttpCall call) {
    return call.route().split("/")[1];
  }

  private boolean hasMediaType(HttpCall call) {
    String type = call.header("content-type");
    return type != null && type.toLowerCase(Locale.ROOT).startsWith(mediaType(call));
  }

  private static String bearer(@Nullable String header) {
    return header != null && header.toLowerCase(Locale.ROOT).startsWith(BEARER)
        ? header.substring(BEARER.length()).strip()
        : "";
  }
}
