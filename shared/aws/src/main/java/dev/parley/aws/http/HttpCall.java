package dev.parley.aws.http;

import dev.parley.domain.id.Ids;
import dev.parley.domain.input.FieldError;
import dev.parley.domain.page.PageRequest;
import dev.parley.json.Json;
import dev.parley.json.JsonObject;
import dev.parley.json.MalformedJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request as the function sees it.
 *
 * @param route the template's route that matched: {@code POST /conversations/{id}/close}
 * @param headers by lower-case name
 * @param query decoded; of a parameter given twice both, with a comma between
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
  private static final int MOST = 100;

  /** The longest are the names that shops give their orders, of 100 characters (code points). */
  private static final int LONGEST_ID = 200;

  /** Returns the same request, its new things named otherwise. */
  public HttpCall with(Ids other) {
    return new HttpCall(
        route, path, pathParameters, query, headers, body, requestId, sourceIp, deadline, other);
  }

  public String method() {
    return route.substring(0, route.indexOf(' '));
  }

  /** Returns the id that is the route's {@code {name}}; one that can't be a key is unknown. */
  public String parameter(String name) {
    String id = anyParameter(name);
    if (id.isEmpty() || id.length() > LONGEST_ID) {
      throw new UnknownId();
    }
    return id;
  }

  /** Returns the value of the route's {@code {name}}, whatever it is. */
  public String anyParameter(String name) {
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

  /** Returns the query's parameters, to be read strictly. */
  public QueryFields queryFields() {
    return new QueryFields(query);
  }

  /** Reads {@code limit} and {@code cursor}: the route has no other query parameters. */
  public PageRequest page() {
    return page(MOST);
  }

  public PageRequest page(int most) {
    QueryFields fields = queryFields();
    PageRequest page = fields.page(most);
    fields.done();
    return page;
  }

  /** Refuses query parameters: the route has none. */
  public void noQuery() {
    queryFields().done();
  }

  /** Refuses all fields of a body: the route has none, and needs no body. */
  public void noFields() {
    if (body.length > 0) {
      fields().done();
    }
  }
}
