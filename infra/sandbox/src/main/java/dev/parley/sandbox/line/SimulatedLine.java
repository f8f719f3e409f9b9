package dev.parley.sandbox.line;

import dev.parley.sandbox.behaviour.Behaviour;
import dev.parley.sandbox.behaviour.Behaviours;
import dev.parley.sandbox.behaviour.RateLimits;
import dev.parley.sandbox.web.Endpoint;
import dev.parley.sandbox.web.Routes;
import dev.parley.sandbox.web.SimulatedPlatform;
import dev.parley.sandbox.webhook.WebhookSender;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** The simulated LINE platform. */
public final class SimulatedLine implements SimulatedPlatform {
  /** The channel of the demo shop, known from the start; its webhook URL is set later. */
  public static final LineChannel DEMO =
      new LineChannel(
          "2000000001",
          "5a4d1b0c9e8f47a6b3c2d1e0f9a8b7c6",
          "sandbox-line-channel-access-token",
          null);

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final String baseUrl;
  private final LineWorld world;
  private final Behaviours behaviours = new Behaviours();
  private final WebhookSender sender = new WebhookSender(PATIENCE);
  private final ApiGate gate;
  private final Map<String, Endpoint> mounts;

  public SimulatedLine(String baseUrl, InstantSource clock) {
    this.baseUrl = baseUrl;
    this.world = LineWorld.at(clock);
    this.gate =
        new ApiGate(world, behaviours, new RateLimits(System::nanoTime, SimulatedLine::perSecond));
    this.mounts = mounts(new Deliveries(world, sender));
    register(DEMO, "Parley Demo Shop");
  }

  @Override
  public String name() {
    return "line";
  }

  /** What {@code LINE_API_BASE_URL} must be. */
  public String apiBaseUrl() {
    return baseUrl + "/line";
  }

  /** What {@code LINE_DATA_API_BASE_URL} must be. */
  public String dataBaseUrl() {
    return baseUrl + "/line-data";
  }

  /** Adds a channel, or replaces the one with its {@code channelId}. */
  public void register(LineChannel channel) {
    world.channels().put(channel, null);
    world.chats().touch();
  }

  /** Adds or replaces a channel, with the name that customers see. */
  public void register(LineChannel channel, String displayName) {
    world.channels().put(channel, displayName);
    world.chats().touch();
  }

  /** Makes the API misbehave from now on. */
  public void behave(Behaviour behaviour) {
    behaviours.add(behaviour);
  }

  /** Ends every misbehaviour. */
  public void behaveWell() {
    behaviours.clear();
  }

  /** Makes customers for the demo, friends of {@link #DEMO}. */
  public void addDemoCustomers() {
    friend("Uaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1", "王小明", "zh-TW");
    friend("Uaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa2", "สมหญิง ใจดี", "th");
    friend("Uaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa3", "Emma Clarke", "en");
  }

  @Override
  public Map<String, Endpoint> mounts() {
    return mounts;
  }

  @Override
  public void close() {
    gate.close();
    sender.close();
  }

  private static double perSecond(String operation) {
    return switch (operation) {
      case "multicast" -> 200;
      case "loading" -> 100;
      default -> 2000;
    };
  }

  private void friend(String userId, String displayName, String language) {
    world.customers().put(new Customer(userId, displayName, null, null, language));
    world.customers().ensure(userId, DEMO.channelId());
    world.chats().touch();
  }

  private Map<String, Endpoint> mounts(Deliveries deliveries) {
    Routes api = new Routes();
    new SendRoutes(world).addTo(api, gate);
    new AccountRoutes(world, deliveries).addTo(api, gate);
    Routes data = new Routes();
    new DataRoutes(world).addTo(data, gate);
    Routes control = new Routes();
    new ControlRoutes(world, deliveries, behaviours, gate.log()).addTo(control);
    new CustomerRoutes(world, deliveries).addTo(control);
    return Map.of("/line", api, "/line-data", data, "/_sandbox/line", control);
  }
}
