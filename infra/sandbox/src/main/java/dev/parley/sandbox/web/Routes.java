package dev.parley.sandbox.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Endpoints by method and path template, such as {@code /customers/{id}/messages}. */
public final class Routes implements Endpoint {
  private record Route(String method, List<String> template, Endpoint endpoint) {

    @Nullable Map<String, String> match(List<String> path) {
      if (path.size() != template.size()) {
        return null;
      }
      Map<String, String> values = new LinkedHashMap<>();
      for (int i = 0; i < path.size(); i++) {
        String part = template.get(i);
        if (part.startsWith("{")) {
          values.put(part.substring(1, part.length() - 1), path.get(i));
        } else if (!part.equals(path.get(i))) {
          return null;
        }
      }
      return values;
    }
  }

  private final List<Route> routes = new ArrayList<>();

  public Routes on(String method, String template, Endpoint endpoint) {
    routes.add(new Route(method, segments(template), endpoint));
    return this;
  }

  @Override
  public Response answer(Request request) {
    return find(request).orElseGet(() -> missing(request));
  }

  /** The answer of the route that fits, if one does. */
  public Optional<Response> find(Request request) {
    List<String> path = segments(request.path());
    for (Route route : routes) {
      Map<String, String> values = route.match(path);
      if (values != null && route.method().equals(request.method())) {
        return Optional.of(route.endpoint().answer(request.withValues(values)));
      }
    }
    return Optional.empty();
  }

  private Response missing(Request request) {
    List<String> path = segments(request.path());
    return routes.stream().anyMatch(route -> route.match(path) != null)
        ? Response.message(405, "Method not allowed")
        : Response.message(404, "Not found");
  }

  private static List<String> segments(String path) {
    return List.of(path.split("/", -1));
  }
}
