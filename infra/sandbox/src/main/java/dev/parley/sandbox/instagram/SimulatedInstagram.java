package dev.parley.sandbox.instagram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.behaviour.Behaviour;
import dev.parley.sandbox.meta.Credentials;
import dev.parley.sandbox.meta.CustomerRoutes;
import dev.parley.sandbox.meta.GraphAccount;
import dev.parley.sandbox.meta.GraphError;
import dev.parley.sandbox.meta.GraphGate.Call;
import dev.parley.sandbox.meta.GraphGate.TokenKind;
import dev.parley.sandbox.meta.GraphServer;
import dev.parley.sandbox.meta.Pace;
import dev.parley.sandbox.meta.Person;
import dev.parley.sandbox.meta.Platform;
import dev.parley.sandbox.meta.Refused;
import dev.parley.sandbox.meta.messaging.Dialect;
import dev.parley.sandbox.meta.messaging.PageCustoms;
import dev.parley.sandbox.meta.messaging.Profiles;
import dev.parley.sandbox.meta.messaging.Sayings;
import dev.parley.sandbox.meta.messaging.SendMessages;
import dev.parley.sandbox.web.Endpoint;
import dev.parley.sandbox.web.Json;
import dev.parley.sandbox.web.Response;
import dev.parley.sandbox.web.SimulatedPlatform;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** The simulated Instagram: professional accounts and the people who write to them. */
public final class SimulatedInstagram implements SimulatedPlatform {
  /** The account of the demo shop, known from the start; its webhook URL is set later. */
  public static final GraphAccount DEMO =
      new GraphAccount(
          "17840000000000001",
          new Credentials(
              "sandbox-instagram-access-token",
              "1e9c4d7a6b0f42d8957a3c5e8f1b2d60",
              "sandbox-instagram-verify-token"),
          null);

  private static final String MOUNT = "/instagram";
  private static final GraphError TOO_FAST =
      GraphError.of(400, 613, 0, "(#613) Calls to this api have exceeded the rate limit.");
  private static final TokenKind USER =
      new TokenKind(
          "USER", List.of("instagram_business_basic", "instagram_business_manage_messages"));

  /** So long a token lives after it has been refreshed. */
  private static final Duration TOKEN_LIFE = Duration.ofDays(60);

  private final String baseUrl;
  private final Platform<GraphAccount> parts;
  private final Map<String, Endpoint> mounts;

  public SimulatedInstagram(String baseUrl, InstantSource clock) {
    this.baseUrl = baseUrl;
    Dialect dialect = new InstagramDialect();
    parts = Platform.at(clock, USER, new Pace(SimulatedInstagram::perSecond, TOO_FAST));
    String contents = baseUrl + "/_sandbox/instagram/contents/";
    PageCustoms customs =
        new PageCustoms(parts.world(), dialect, new Sayings(parts.world(), dialect, contents));
    parts.gate().on("GET", "/refresh_access_token", "refreshToken", this::refresh);
    new SendMessages(parts.world(), dialect, customs, parts.aftermath(), parts.pace())
        .addTo(parts.gate());
    new Profiles(parts.world(), SimulatedInstagram::profile, SimulatedInstagram::unseen)
        .addTo(parts.gate());
    CustomerRoutes<GraphAccount> customers =
        new CustomerRoutes<>(parts.world(), customs, parts.deliveries());
    mounts =
        Map.of(
            MOUNT,
            new GraphServer(List.of(parts.gate())),
            "/_sandbox/instagram",
            parts.control(customs, customers));
    register(DEMO, "Parley Demo Shop");
  }

  @Override
  public String name() {
    return "instagram";
  }

  /** What {@code INSTAGRAM_GRAPH_BASE_URL} must be. */
  public String apiBaseUrl() {
    return baseUrl + MOUNT;
  }

  /**
   * Adds an account or replaces the one of its id, with the name that customers see; its webhook is
   * asked the challenge first.
   *
   * @return whether the webhook will be called
   */
  public boolean register(GraphAccount account, String displayName) {
    return parts.registrar().register(account, displayName);
  }

  /** Makes the API misbehave from now on. */
  public void behave(Behaviour behaviour) {
    parts.gate().behaviours().add(behaviour);
  }

  /** Makes customers for the demo, who know {@link #DEMO}. */
  public void addDemoCustomers() {
    demo("9200000000000001", "林小雨", "rainy.lin");
    demo("9200000000000002", "พิมพ์ชนก แก้วใส", "pim.chanok");
    demo("9200000000000003", "Sofia Reyes", "sofia.reyes");
  }

  @Override
  public Map<String, Endpoint> mounts() {
    return mounts;
  }

  @Override
  public int pending() {
    return parts.aftermath().pending();
  }

  @Override
  public void close() {
    parts.close();
  }

  private void demo(String id, String name, String username) {
    parts.world().people().put(new Person(id, name, null, Map.of("username", username)));
    parts.world().people().meet(id, DEMO.id());
    parts.world().chats().touch();
  }

  /** The same token with a new end, as the sandbox has no need of another. */
  private Response refresh(Call<GraphAccount> call) {
    if (!"ig_refresh_token".equals(call.request().query().get("grant_type"))) {
      throw new Refused(GraphError.of(400, 100, 0, "(#100) The parameter grant_type is required"));
    }
    GraphAccount account = call.account();
    parts.world().accounts().expire(account, parts.world().clock().instant().plus(TOKEN_LIFE));
    return Response.json(
        200,
        Json.object()
            .put("access_token", account.credentials().accessToken())
            .put("token_type", "bearer")
            .put("expires_in", TOKEN_LIFE.toSeconds()));
  }

  private static double perSecond(String operation) {
    return operation.equals("sendMedia") ? 10 : 300;
  }

  private static ObjectNode profile(Person person) {
    ObjectNode profile = Json.object().put("id", person.id()).put("name", person.name());
    profile.put("username", person.more("username")).put("profile_pic", person.pictureUrl());
    profile.put("follower_count", 120).put("is_verified_user", false);
    return profile.put("is_user_follow_business", false).put("is_business_follow_user", false);
  }

  private static GraphError unseen(String id) {
    return GraphError.of(
        403, 230, 0, "(#230) User consent is required to access user profile " + id);
  }
}
