package dev.parley.aws.http;

import dev.parley.domain.id.Ids;
import dev.parley.domain.input.FieldError;
import dev.parley.domain.page.PageRequest;
import dev.parley.json.Json;
import dev.parley.json.JsonObject;
import dev.parley.json.MalformedJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request as the function sees it.
 *
 * @param route the template's route that matched: {@code POST /conversations/{id}/close}
 * @param headers by lower-case name
 * @param query decoded; of a parameter given twice the last
 * @param body the bytes exactly as they were sent
 * @param deadline when the function will be ended if it has not answered
 * @param ids what new things of this request are named by
 */
public record HttpCall(
    String route,
    String path,
    Map<String, String> pathParameters,
    Map<String, String> query,
    Map<String, String> headers,
    byte[] body,
    String requestId,
    String sourceIp,
    Instant deadline,
    Ids ids) {
  private static final int DEFAULT_LIMIT = 50;
  private static final int MOST = 100;

  /** Returns the same request, its new things named otherwise. */
  public HttpCall with(Ids other) {
    return new HttpCall(
        route, path, pathParameters, query, headers, body, requestId, sourceIp, deadline, other);
  }

  public String method() {
    return route.substring(0, route.indexOf(' '));
  }

  /** Returns the value of the route's {@code {name}}. */
  public String parameter(String name) {
    String value = pathParameters.get(name);
    if (value == null) {
      throw new IllegalStateException("The route " + route + " has no parameter " + name);
    }
    return value;
  }

  public @Nullable String header(String lowerCaseName) {
    return headers.get(lowerCaseName);
  }

  /** Returns the body as a JSON object; anything else is bad input. */
  public JsonObject json() {
    try {
      if (Json.read(body) instanceof JsonObject object) {
        return object;
      }
      throw new BadInput(List.of(new FieldError("", "must be a JSON object")));
    } catch (MalformedJson e) {
      throw new BadInput("The body is not JSON: " + e.getMessage(), List.of());
    }
  }

  /** Returns the body's fields, to be read strictly. */
  public Fields fields() {
    return Fields.of(json());
  }

  /** Refuses query parameters that the route doesn't have. */
  public void onlyQuery(String... names) {
    Set<String> known = Set.of(names);
    List<FieldError> errors = new ArrayList<>();
    for (String name : query.keySet()) {
      if (!known.contains(name)) {
        errors.add(new FieldError(name, "is not a query parameter of this route"));
      }
    }
    if (!errors.isEmpty()) {
      throw new BadInput(errors);
    }
  }

  public @Nullable String query(String name) {
    String value = query.get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  /** Reads {@code limit} (1 to 100, default 50) and {@code cursor}. */
  public PageRequest page() {
    return page(MOST);
  }

  public PageRequest page(int most) {
    String limit = query("limit");
    return new PageRequest(limit == null ? DEFAULT_LIMIT : limit(limit, most), query("cursor"));
  }

  private static int limit(String text, int most) {
    if (text.matches("\\d{1,4}")) {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= most) {
        return limit;
      }
    }
    throw new BadInput(List.of(new FieldError("limit", "must be from 1 to " + most)));
  }
}
