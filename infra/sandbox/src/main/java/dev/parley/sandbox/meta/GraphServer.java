package dev.parley.sandbox.meta;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.web.Endpoint;
import dev.parley.sandbox.web.Json;
import dev.parley.sandbox.web.Request;
import dev.parley.sandbox.web.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A host of the Graph API: any version, and the platform whose token a call brings. */
public final class GraphServer implements Endpoint {
  private static final Pattern VERSIONED = Pattern.compile("(?:/v\\d{1,3}\\.\\d{1,2})?(/.*)");
  private static final String BEARER = "bearer ";

  private final List<GraphApi> apis;

  public GraphServer(List<? extends GraphApi> apis) {
    this.apis = List.copyOf(apis);
  }

  @Override
  public Response answer(Request versioned) {
    Request request = withoutVersion(versioned);
    Optional<String> token = token(request);
    if (token.isEmpty()) {
      return about(request).refuse(request, GraphErrors.NO_TOKEN);
    }
    if (request.path().equals("/debug_token")) {
      return debug(request, token.get());
    }
    return apis.stream()
        .filter(api -> api.knowsToken(token.get()))
        .findFirst()
        .map(api -> api.answer(request))
        .orElseGet(() -> about(request).refuse(request, GraphErrors.BAD_TOKEN));
  }

  private static Request withoutVersion(Request request) {
    Matcher path = VERSIONED.matcher(request.path());
    String rest = path.matches() ? path.group(1) : request.path();
    return new Request(
        request.method(), rest, request.query(), request.headers(), request.body(), Map.of());
  }

  static Optional<String> token(Request request) {
    return request
        .header("authorization")
        .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(value -> value.substring(BEARER.length()).strip())
        .or(() -> Optional.ofNullable(request.query().get("access_token")))
        .filter(value -> !value.isEmpty());
  }

  private Response debug(Request request, String token) {
    Optional<GraphError> refusal = refusal(token);
    if (refusal.isPresent()) {
      return about(request).refuse(request, refusal.get());
    }
    String input = request.query().getOrDefault("input_token", "");
    return apis.stream()
        .filter(api -> api.knowsToken(input))
        .findFirst()
        .map(api -> api.describe(request, input))
        .orElseGet(GraphServer::unknownToken);
  }

  /** Why the token may not ask about others, if it may not; an app's is its id and secret. */
  private Optional<GraphError> refusal(String token) {
    if (token.contains("|")) {
      String secret = token.substring(token.indexOf('|') + 1);
      boolean known = apis.stream().anyMatch(api -> api.knowsSecret(secret));
      return known ? Optional.empty() : Optional.of(GraphErrors.BAD_TOKEN);
    }
    if (apis.stream().noneMatch(api -> api.knowsToken(token))) {
      return Optional.of(GraphErrors.BAD_TOKEN);
    }
    if (apis.stream().anyMatch(api -> api.isExpired(token))) {
      return Optional.of(GraphErrors.EXPIRED);
    }
    boolean open = apis.stream().anyMatch(api -> api.isOpenToItself(token));
    return open ? Optional.empty() : Optional.of(GraphErrors.NOT_ITS_APP);
  }

  private static Response unknownToken() {
    ObjectNode body = Json.object();
    ObjectNode data = body.putObject("data").put("is_valid", false);
    ObjectNode error = data.putObject("error").put("code", GraphErrors.BAD_TOKEN.code());
    error.put("message", GraphErrors.BAD_TOKEN.message());
    data.putArray("scopes");
    return Response.json(200, body);
  }

  /** The platform that a call without a good token seems to be for. */
  private GraphApi about(Request request) {
    String[] path = request.path().split("/", -1);
    String id = path.length > 1 ? path[1] : "";
    return apis.stream().filter(api -> api.knowsAccount(id)).findFirst().orElseGet(apis::getFirst);
  }
}
