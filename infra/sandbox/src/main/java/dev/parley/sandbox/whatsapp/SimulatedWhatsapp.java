package dev.parley.sandbox.whatsapp;

import dev.parley.sandbox.behaviour.Behaviour;
import dev.parley.sandbox.meta.Credentials;
import dev.parley.sandbox.meta.CustomerRoutes;
import dev.parley.sandbox.meta.GraphApi;
import dev.parley.sandbox.meta.GraphError;
import dev.parley.sandbox.meta.GraphGate.TokenKind;
import dev.parley.sandbox.meta.GraphServer;
import dev.parley.sandbox.meta.Pace;
import dev.parley.sandbox.meta.Platform;
import dev.parley.sandbox.web.Endpoint;
import dev.parley.sandbox.web.Json;
import dev.parley.sandbox.web.Routes;
import dev.parley.sandbox.web.SimulatedPlatform;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The simulated WhatsApp Cloud API: business numbers and the people who write to them. */
public final class SimulatedWhatsapp implements SimulatedPlatform {
  /** The number of the demo shop, known from the start; its webhook URL is set later. */
  public static final WhatsappNumber DEMO =
      new WhatsappNumber(
          "106540000000001",
          new Credentials(
              "sandbox-whatsapp-access-token",
              "9b3e7d1f5a2c48e6b0d4f8a61c7e3952",
              "sandbox-whatsapp-verify-token"),
          null,
          "102290000000001",
          "886223456789",
          "194836900000001");

  private static final String LOOKASIDE = "/lookaside";
  private static final double MESSAGES_PER_SECOND = 80;
  private static final double READS_PER_SECOND = 200;
  private static final GraphError TOO_FAST =
      GraphError.whatsapp(
          400, 130429, "Rate limit hit", "Cloud API message throughput has been reached.");
  private static final TokenKind SYSTEM_USER =
      new TokenKind(
          "SYSTEM_USER", List.of("whatsapp_business_messaging", "whatsapp_business_management"));

  private final Platform<WhatsappNumber> parts;
  private final Templates templates = new Templates();
  private final Map<String, Endpoint> mounts;

  public SimulatedWhatsapp(String baseUrl, InstantSource clock) {
    parts = Platform.at(clock, SYSTEM_USER, new Pace(SimulatedWhatsapp::perSecond, TOO_FAST));
    Values values = new Values(parts.world());
    Statuses statuses = new Statuses(clock);
    WhatsappCustoms customs = new WhatsappCustoms(parts.world(), values, statuses);
    new SendMessages(parts.world(), values, statuses, templates, parts.aftermath())
        .addTo(parts.gate());
    new Media(parts.world(), baseUrl + LOOKASIDE).addTo(parts.gate());
    CustomerRoutes<WhatsappNumber> customers =
        new CustomerRoutes<>(parts.world(), customs, parts.deliveries());
    Routes control = parts.control(customs, customers);
    new WhatsappRoutes(parts.world(), templates, customs, customers).addTo(control);
    mounts =
        Map.of("/_sandbox/whatsapp", control, LOOKASIDE, new GraphServer(List.of(parts.gate())));
    register(DEMO, "Parley Demo Shop");
    approve(DEMO.id(), Template.text("hello_world", "en_US", "utility", "Hello World"));
    approve(
        DEMO.id(), Template.text("order_update", "zh_TW", "utility", "{{1}} 您好，您的訂單 {{2}} 有新的進度。"));
    approve(
        DEMO.id(),
        Template.text("new_arrivals", "th", "marketing", "สวัสดีคุณ {{1}} เรามีสินค้าใหม่: {{2}}"));
  }

  @Override
  public String name() {
    return "whatsapp";
  }

  /** Its part of the Graph API. */
  public GraphApi graph() {
    return parts.gate();
  }

  /**
   * Adds a number or replaces the one of its id, with the name that customers see; its webhook is
   * asked the challenge first.
   *
   * @return whether the webhook will be called
   */
  public boolean register(WhatsappNumber number, String displayName) {
    return parts.registrar().register(number, displayName);
  }

  /** Approves a template for a number, or replaces it. */
  public void approve(String numberId, Template template) {
    templates.add(numberId, template);
  }

  /** Makes the API misbehave from now on. */
  public void behave(Behaviour behaviour) {
    parts.gate().behaviours().add(behaviour);
  }

  /** Makes customers for the demo, who know {@link #DEMO}; one has no phone number to show. */
  public void addDemoCustomers() {
    demo("886912345678", "張家豪", "");
    demo("66812345678", "สมชาย ใจดี", "");
    demo("US.13491208655302741900", "Nina Park", "@ninapark");
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
    var said = Json.object().put("displayName", name).put(Addresses.USERNAME, username);
    parts.world().people().put(Addresses.person(id, said, Optional.empty()));
    parts.world().people().meet(id, DEMO.id());
    parts.world().chats().touch();
  }

  private static double perSecond(String operation) {
    return operation.equals("send") ? MESSAGES_PER_SECOND : READS_PER_SECOND;
  }
}
