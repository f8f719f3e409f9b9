package dev.parley.sandbox.meta;

import dev.parley.sandbox.meta.GraphGate.TokenKind;
import dev.parley.sandbox.web.Routes;
import dev.parley.sandbox.webhook.WebhookSender;
import java.time.Duration;
import java.time.InstantSource;

/** The parts that every simulated platform of Meta's is made of. */
public record Platform<A extends Account>(
    MetaWorld<A> world,
    WebhookSender sender,
    Deliveries<A> deliveries,
    Aftermath<A> aftermath,
    Registrar<A> registrar,
    Pace pace,
    GraphGate<A> gate)
    implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  public static <A extends Account> Platform<A> at(InstantSource clock, TokenKind kind, Pace pace) {
    MetaWorld<A> world = MetaWorld.at(clock);
    WebhookSender sender = new WebhookSender(PATIENCE);
    Deliveries<A> deliveries = new Deliveries<>(world, sender);
    return new Platform<>(
        world,
        sender,
        deliveries,
        new Aftermath<>(world, deliveries),
        new Registrar<>(world, sender),
        pace,
        new GraphGate<>(world, kind, pace));
  }

  /** The control routes that all have. */
  public Routes control(Customs<A> customs, CustomerRoutes<A> customers) {
    Routes control = new Routes();
    new ControlRoutes<>(world, customs, registrar, deliveries, gate).addTo(control);
    customers.addTo(control);
    new Phones<>(world, customs).addTo(control);
    return control;
  }

  @Override
  public void close() {
    gate.close();
    aftermath.close();
    sender.close();
  }
}
