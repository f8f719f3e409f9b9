package dev.parley.sandbox.meta;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.behaviour.Behaviour;
import dev.parley.sandbox.behaviour.Behaviour.Moment;
import dev.parley.sandbox.behaviour.Behaviours;
import dev.parley.sandbox.behaviour.Conduct;
import dev.parley.sandbox.web.CallLog;
import dev.parley.sandbox.web.CallLog.Caller;
import dev.parley.sandbox.web.Json;
import dev.parley.sandbox.web.Request;
import dev.parley.sandbox.web.Response;
import dev.parley.sandbox.web.Routes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The gate of one platform's Graph API: whose token it is and whether it lives, how fast it calls,
 * how it misbehaves, and every call's record.
 */
public final class GraphGate<A extends Account> implements GraphApi, AutoCloseable {
  /** What the platform's tokens are called, and what they permit. */
  public record TokenKind(String name, List<String> scopes) {}

  /** A call that has passed the gate, and how what it sends is to fail later, if at all. */
  public record Call<A extends Account>(
      Request request, A account, Optional<GraphError> laterFailure) {}

  /** What an operation does for a call that has passed the gate; may end with {@link Refused}. */
  @FunctionalInterface
  public interface Operation<A extends Account> {
    Response answer(Call<A> call);
  }

  /** The part of a path that must be an account of the caller's, or {@code me}. */
  private static final String ACCOUNT = "accountId";

  private final MetaWorld<A> world;
  private final TokenKind kind;
  private final Pace pace;
  private final Behaviours behaviours = new Behaviours();
  private final Conduct conduct = new Conduct();
  private final CallLog log = new CallLog();
  private final Routes routes = new Routes();

  public GraphGate(MetaWorld<A> world, TokenKind kind, Pace pace) {
    this.world = world;
    this.kind = kind;
    this.pace = pace;
    on("GET", "/app", "app", this::app);
  }

  /** Adds an operation; {@code {accountId}} in its path must be an account of the caller's. */
  public GraphGate<A> on(String method, String path, String operation, Operation<A> behind) {
    routes.on(method, path, request -> guard(operation, request, behind));
    return this;
  }

  public Behaviours behaviours() {
    return behaviours;
  }

  public CallLog log() {
    return log;
  }

  @Override
  public boolean knowsToken(String token) {
    return !world.accounts().ofToken(token).isEmpty();
  }

  @Override
  public boolean knowsAccount(String id) {
    return world.accounts().find(id).isPresent();
  }

  @Override
  public boolean knowsSecret(String secret) {
    return world.accounts().hasSecret(secret);
  }

  @Override
  public Response answer(Request request) {
    return routes.find(request).orElseGet(() -> unknownPath(request));
  }

  private Response app(Call<A> call) {
    return Response.json(200, Json.object().put("name", "Parley").put("id", MetaIds.APP));
  }

  @Override
  public Response describe(Request request, String token) {
    return guarded(
        "debugToken",
        request,
        world.accounts().ofToken(token).getFirst(),
        call -> Response.json(200, tokenData(call.account(), token)));
  }

  @Override
  public Response refuse(Request request, GraphError error) {
    return recorded(new Caller("refused", ""), request, response(error));
  }

  @Override
  public void close() {
    conduct.close();
  }

  private Response guard(String operation, Request request, Operation<A> behind) {
    String token = GraphServer.token(request).orElseThrow();
    List<A> own = world.accounts().ofToken(token);
    String id = request.values().getOrDefault(ACCOUNT, "me");
    Optional<A> account =
        own.stream().filter(a -> id.equals("me") || id.equals(a.id())).findFirst();
    if (account.isEmpty()) {
      return refuse(request, GraphError.noObject(request.method(), id));
    }
    return guarded(operation, request, account.get(), call -> living(token, call, behind));
  }

  private Response living(String token, Call<A> call, Operation<A> behind) {
    if (isExpired(token)) {
      throw new Refused(GraphErrors.EXPIRED);
    }
    String proof = call.request().query().get("appsecret_proof");
    String secret = call.account().credentials().appSecret();
    if (proof != null && !proof.equals(HubSignature.proof(secret, token))) {
      throw new Refused(GraphErrors.BAD_PROOF);
    }
    return behind.answer(call);
  }

  @Override
  public boolean isOpenToItself(String token) {
    return knowsToken(token) && !kind.name().equals("PAGE");
  }

  @Override
  public boolean isExpired(String token) {
    return world
        .accounts()
        .expiry(token)
        .filter(at -> !world.clock().instant().isBefore(at))
        .isPresent();
  }

  private Response guarded(String operation, Request request, A account, Operation<A> behind) {
    Optional<Behaviour> met = behaviours.next(operation, account.id());
    Optional<GraphError> later =
        met.filter(how -> how.fails() && how.when() == Moment.LATER).map(GraphErrors::of);
    Call<A> call = new Call<>(request, account, later);
    Response response =
        met.map(
                how ->
                    conduct.of(
                        how,
                        () -> paced(operation, call, behind),
                        () -> response(GraphErrors.of(how))))
            .orElseGet(() -> paced(operation, call, behind));
    return recorded(new Caller(operation, account.id()), request, response);
  }

  private Response paced(String operation, Call<A> call, Operation<A> behind) {
    try {
      pace.keep(call.account().id(), operation);
      return behind.answer(call);
    } catch (Refused e) {
      return response(e.error());
    }
  }

  private Response response(GraphError error) {
    return error.response(world.ids().trace());
  }

  private Response unknownPath(Request request) {
    String[] path = request.path().split("/", -1);
    GraphError error =
        path.length > 2
            ? GraphError.of(400, 2500, 0, "Unknown path components: /" + path[2])
            : GraphError.noObject(request.method(), path[path.length - 1]);
    return refuse(request, error);
  }

  private Response recorded(Caller caller, Request request, Response response) {
    log.add(world.clock().instant(), caller, request, response);
    return response.with("facebook-api-version", "v25.0");
  }

  private long dataAccess(String token) {
    return world.accounts().dataAccessEnd(token).map(Instant::getEpochSecond).orElse(0L);
  }

  private ObjectNode tokenData(A account, String token) {
    Optional<Instant> expiry = world.accounts().expiry(token);
    ObjectNode body = Json.object();
    ObjectNode data = body.putObject("data").put("app_id", MetaIds.APP).put("type", kind.name());
    data.put("application", "Parley").put("data_access_expires_at", dataAccess(token));
    data.put("expires_at", expiry.map(Instant::getEpochSecond).orElse(0L));
    data.put("is_valid", !isExpired(token)).put("profile_id", account.id());
    if (isExpired(token)) {
      ObjectNode error = data.putObject("error").put("code", GraphErrors.EXPIRED.code());
      error.put("message", GraphErrors.EXPIRED.message());
      error.put("subcode", GraphErrors.EXPIRED.subcode());
    }
    kind.scopes().forEach(data.putArray("scopes")::add);
    return body;
  }
}
