package dev.parley.local.events;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The routes of an HTTP API, chosen as API Gateway does: fixed parts before named ones, those
 * before greedy ones, a method before {@code ANY}, and {@code $default} last.
 *
 * @param <T> what a route leads to
 */
final class RouteTable<T> {
  /** The route chosen: its key, where it leads, and the values of its named parts, decoded. */
  record Match<T>(String routeKey, T target, Map<String, String> parameters) {}

  private record Route<T>(String method, List<String> parts, String key, T target) {
    boolean catchAll() {
      return key.equals("$default");
    }

    /** One digit for each part: the smaller, the more it says. */
    String rank() {
      StringBuilder rank = new StringBuilder(catchAll() ? "9" : "");
      for (String part : parts) {
        rank.append(part.endsWith("+}") ? '2' : part.startsWith("{") ? '1' : '0');
      }
      return rank.append(method.equals("ANY") ? '1' : '0').toString();
    }
  }

  private final List<Route<T>> routes = new ArrayList<>();

  void add(String method, String path, T target) {
    boolean catchAll = path.equals("$default");
    List<String> parts = catchAll ? List.of() : parts(path);
    routes.add(new Route<>(method, parts, catchAll ? path : method + " " + path, target));
    routes.sort(Comparator.comparing(Route::rank));
  }

  private static List<String> parts(String path) {
    return List.of(path.substring(Math.min(1, path.length())).split("/", -1));
  }

  Optional<Match<T>> find(String method, String rawPath) {
    List<String> parts = parts(rawPath);
    for (Route<T> route : routes) {
      if (route.catchAll()) {
        return Optional.of(new Match<>(route.key(), route.target(), Map.of()));
      }
      if (route.method().equals(method) || route.method().equals("ANY")) {
        Optional<Map<String, String>> values = match(route.parts(), parts);
        if (values.isPresent()) {
          return Optional.of(new Match<>(route.key(), route.target(), values.get()));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Map<String, String>> match(List<String> route, List<String> path) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < route.size(); i++) {
      String part = route.get(i);
      if (i >= path.size()) {
        return Optional.empty();
      }
      if (part.endsWith("+}")) {
        String rest = String.join("/", path.subList(i, path.size()));
        values.put(part.substring(1, part.length() - 2), decode(rest));
        return rest.isEmpty() ? Optional.empty() : Optional.of(values);
      }
      if (part.startsWith("{") && !path.get(i).isEmpty()) {
        values.put(part.substring(1, part.length() - 1), decode(path.get(i)));
      } else if (!part.equals(path.get(i))) {
        return Optional.empty();
      }
    }
    return route.size() == path.size() ? Optional.of(values) : Optional.empty();
  }

  private static String decode(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
