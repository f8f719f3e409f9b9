package dev.parley.sandbox.messenger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.behaviour.Behaviour;
import dev.parley.sandbox.meta.Credentials;
import dev.parley.sandbox.meta.CustomerRoutes;
import dev.parley.sandbox.meta.GraphAccount;
import dev.parley.sandbox.meta.GraphApi;
import dev.parley.sandbox.meta.GraphError;
import dev.parley.sandbox.meta.GraphGate.TokenKind;
import dev.parley.sandbox.meta.Pace;
import dev.parley.sandbox.meta.Person;
import dev.parley.sandbox.meta.Platform;
import dev.parley.sandbox.meta.messaging.Dialect;
import dev.parley.sandbox.meta.messaging.PageCustoms;
import dev.parley.sandbox.meta.messaging.Profiles;
import dev.parley.sandbox.meta.messaging.Sayings;
import dev.parley.sandbox.meta.messaging.SendMessages;
import dev.parley.sandbox.web.Endpoint;
import dev.parley.sandbox.web.Json;
import dev.parley.sandbox.web.SimulatedPlatform;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** The simulated Messenger: pages and the people who write to them. */
public final class SimulatedMessenger implements SimulatedPlatform {
  /** The page of the demo shop, known from the start; its webhook URL is set later. */
  public static final GraphAccount DEMO =
      new GraphAccount(
          "100000000000001",
          new Credentials(
              "sandbox-messenger-page-access-token",
              "7c1f0a5e9d3b48c6a2e4f6081b3d5c79",
              "sandbox-messenger-verify-token"),
          null);

  private static final GraphError TOO_FAST =
      GraphError.of(400, 613, 0, "(#613) Calls to this api have exceeded the rate limit.");
  private static final TokenKind PAGE =
      new TokenKind("PAGE", List.of("pages_messaging", "pages_manage_metadata", "pages_show_list"));

  private final Platform<GraphAccount> parts;
  private final PageCustoms customs;
  private final Map<String, Endpoint> mounts;

  public SimulatedMessenger(String baseUrl, InstantSource clock) {
    Dialect dialect = new MessengerDialect();
    parts = Platform.at(clock, PAGE, new Pace(SimulatedMessenger::perSecond, TOO_FAST));
    String contents = baseUrl + "/_sandbox/messenger/contents/";
    customs =
        new PageCustoms(parts.world(), dialect, new Sayings(parts.world(), dialect, contents));
    new SendMessages(parts.world(), dialect, customs, parts.aftermath(), parts.pace())
        .addTo(parts.gate());
    new Profiles(parts.world(), SimulatedMessenger::profile, SimulatedMessenger::unseen)
        .addTo(parts.gate());
    CustomerRoutes<GraphAccount> customers =
        new CustomerRoutes<>(parts.world(), customs, parts.deliveries());
    mounts = Map.of("/_sandbox/messenger", parts.control(customs, customers));
    register(DEMO, "Parley Demo Shop");
  }

  @Override
  public String name() {
    return "messenger";
  }

  /** Its part of the Graph API. */
  public GraphApi graph() {
    return parts.gate();
  }

  /**
   * Adds a page or replaces the one of its id, with the name that customers see; its webhook is
   * asked the challenge first.
   *
   * @return whether the webhook will be called
   */
  public boolean register(GraphAccount page, String displayName) {
    return parts.registrar().register(page, displayName);
  }

  /** Makes the API misbehave from now on. */
  public void behave(Behaviour behaviour) {
    parts.gate().behaviours().add(behaviour);
  }

  /** Makes customers for the demo, who know {@link #DEMO}. */
  public void addDemoCustomers() {
    demo("9100000000000001", "陳怡君");
    demo("9100000000000002", "กานดา ศรีสุข");
    demo("9100000000000003", "Oliver Brown");
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

  private void demo(String id, String name) {
    parts.world().people().put(new Person(id, name, null, Map.of()));
    parts.world().people().meet(id, DEMO.id());
    parts.world().chats().touch();
  }

  private static double perSecond(String operation) {
    return operation.equals("sendMedia") ? 10 : 300;
  }

  private static ObjectNode profile(Person person) {
    int space = person.name().lastIndexOf(' ');
    ObjectNode profile = Json.object().put("id", person.id()).put("name", person.name());
    profile.put("first_name", space < 0 ? person.name() : person.name().substring(0, space));
    profile.put("last_name", space < 0 ? null : person.name().substring(space + 1));
    return profile.put("profile_pic", person.pictureUrl());
  }

  private static GraphError unseen(String id) {
    return GraphError.noObject("GET", id);
  }
}
