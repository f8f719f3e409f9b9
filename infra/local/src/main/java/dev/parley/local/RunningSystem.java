package dev.parley.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import dev.parley.local.control.ClockRoute;
import dev.parley.local.control.ControlRoutes;
import dev.parley.local.control.IdleProbe;
import dev.parley.local.control.MovableClock;
import dev.parley.local.control.TimeToLive;
import dev.parley.local.events.AsyncInvoker;
import dev.parley.local.events.BusRules;
import dev.parley.local.events.EventSources;
import dev.parley.local.events.Expiries;
import dev.parley.local.events.HttpApi;
import dev.parley.local.events.Precedence;
import dev.parley.local.events.Schedules;
import dev.parley.local.events.SignalBoard;
import dev.parley.local.events.StreamPositions;
import dev.parley.local.gateway.AwsGateway;
import dev.parley.local.gateway.AwsService;
import dev.parley.local.gateway.BusService;
import dev.parley.local.gateway.Callers;
import dev.parley.local.gateway.DynamoService;
import dev.parley.local.gateway.Faults;
import dev.parley.local.gateway.Json;
import dev.parley.local.gateway.LoopbackServer;
import dev.parley.local.gateway.Meter;
import dev.parley.local.gateway.PlatformProxy;
import dev.parley.local.gateway.Reply;
import dev.parley.local.gateway.SqsService;
import dev.parley.local.lambda.Activity;
import dev.parley.local.lambda.Functions;
import dev.parley.local.lambda.LambdaFunction;
import dev.parley.local.lambda.Outcome;
import dev.parley.local.store.Provisioning;
import dev.parley.local.store.QueueClock;
import dev.parley.local.template.Deployment;
import dev.parley.local.template.Surroundings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Everything of one deployment, wired together and running. */
final class RunningSystem implements LoopbackServer.Endpoint, AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final int EXPIRY_MINUTES = 5;

  private final Stores stores;
  private final HttpClient http;
  private final Functions functions;
  private final AwsGateway gateway;
  private final EventSources sources;
  private final Schedules schedules;
  private final TimeToLive timeToLive;
  private final HttpApi api;
  private final ControlRoutes control;
  private final ScheduledExecutorService ticks =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

  private @Nullable ScheduledFuture<?> sweeping;

  /** What a deployment is started in. */
  record Setting(
      Deployment deployment,
      Surroundings here,
      LocalTime time,
      DataDirectory data,
      Map<String, String> platforms,
      IntSupplier pendingWebhooks,
      @Nullable URI localStack,
      Consumer<String> log) {}

  /** What the parts have in common. */
  private record Shared(
      Setting setting,
      Stores stores,
      Activity activity,
      Meter meter,
      Faults faults,
      Callers callers,
      SignalBoard board,
      Precedence precedence,
      AsyncInvoker invoker,
      SqsService sqs,
      Expiries expiries) {
    static Shared of(Setting setting, Stores stores) {
      QueueClock queueClock = setting.time().queues();
      Activity activity = new Activity();
      SignalBoard board = new SignalBoard(queueClock, activity, setting.deployment().queues());
      return new Shared(
          setting,
          stores,
          activity,
          new Meter(),
          new Faults(),
          new Callers(),
          board,
          new Precedence(),
          new AsyncInvoker(stores.queueService(), board, activity),
          new SqsService(stores.queueService(), board, queueClock::nowMillis),
          new Expiries());
    }

    Deployment deployment() {
      return setting.deployment();
    }

    Surroundings here() {
      return setting.here();
    }

    MovableClock clock() {
      return setting.time().functions();
    }
  }

  private RunningSystem(Setting setting, Stores stores, HttpClient http) {
    Shared shared = Shared.of(setting, stores);
    this.stores = stores;
    this.http = http;
    this.functions = functions(shared);
    BusService bus = bus(shared, functions);
    this.gateway = gateway(shared, bus, http);
    this.sources = sources(shared, functions);
    this.schedules = new Schedules(functions, shared.clock(), shared.here(), shared.invoker());
    this.timeToLive =
        new TimeToLive(
            stores.database(),
            shared.deployment().tables(),
            shared.clock(),
            shared.expiries(),
            shared.board());
    this.api =
        new HttpApi(
            shared.deployment().functions(),
            (id, event) -> functions.byId(id).orElseThrow().invoke(event),
            shared.clock(),
            shared.precedence(),
            shared.here().account());
    this.control = control(shared, bus);
  }

  private static Functions functions(Shared shared) {
    return new Functions(
        shared.deployment(),
        shared.here(),
        shared.clock(),
        new LambdaFunction.Shared(
            shared.callers(), shared.meter(), shared.activity(), shared.setting().log()));
  }

  private static BusService bus(Shared shared, Functions functions) {
    return new BusService(
        shared.deployment().buses(),
        shared.here().region(),
        shared.here().account(),
        shared.clock(),
        new BusRules(functions, shared.invoker()));
  }

  private static AwsGateway gateway(Shared shared, BusService bus, HttpClient http) {
    Setting setting = shared.setting();
    AwsService dynamo = new DynamoService(shared.stores().database(), shared.board()::written);
    return new AwsGateway(
        shared.callers(),
        shared.meter(),
        shared.faults(),
        Map.of(
            "dynamodb", dynamo, "sqs", shared.sqs(), "kms", shared.stores().keys(), "events", bus),
        new PlatformProxy(http, setting.platforms()));
  }

  private static EventSources sources(Shared shared, Functions functions) {
    return new EventSources(
        functions,
        shared.deployment().queues(),
        new EventSources.Parts(
            shared.stores().database(),
            shared.stores().queueService(),
            shared.sqs(),
            shared.meter(),
            shared.faults(),
            shared.board(),
            shared.precedence(),
            shared.clock(),
            shared.setting().time().queues(),
            shared.here(),
            new StreamPositions(shared.setting().data().path()),
            shared.expiries(),
            shared.invoker()));
  }

  private ControlRoutes control(Shared shared, BusService bus) {
    return new ControlRoutes(
        functions,
        schedules,
        new ClockRoute(
            shared.clock(),
            shared.setting().time().queues(),
            shared.board(),
            timeToLive,
            schedules),
        new IdleProbe(
            shared.activity(),
            sources,
            shared.stores().depths(),
            shared.setting().pendingWebhooks()),
        shared.meter(),
        shared.faults(),
        bus);
  }

  /** Makes tables and queues and wires everything; nothing is polled before {@link #begin}. */
  static RunningSystem start(Setting setting) {
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    Stores stores = Stores.start(setting, http);
    Provisioning provisioning = new Provisioning(stores.database(), stores.queueService());
    provisioning.tables(setting.deployment().tables());
    provisioning.queues(setting.deployment().queues());
    return new RunningSystem(setting, stores, http);
  }

  void begin() {
    sources.start();
    Thread.ofVirtual().name("schedules").start(schedules);
    sweeping =
        ticks.scheduleWithFixedDelay(
            timeToLive::sweep, EXPIRY_MINUTES, EXPIRY_MINUTES, TimeUnit.MINUTES);
  }

  AwsGateway gateway() {
    return gateway;
  }

  /** The API's routes and the control routes. */
  @Override
  public Reply answer(HttpExchange exchange) throws IOException {
    return exchange.getRequestURI().getPath().startsWith(ControlRoutes.PREFIX)
        ? control.answer(exchange)
        : api.answer(exchange);
  }

  /** The variables of a function that runs outside of this process. */
  Map<String, String> environment(String logicalId) {
    return functions.environment(logicalId);
  }

  /** Invokes the function that makes merchants. */
  JsonNode createMerchant(JsonNode merchant) {
    LambdaFunction create =
        functions
            .byId(ControlRoutes.MERCHANT_CREATE)
            .orElseThrow(() -> new StartFault("The template can't make a merchant", null));
    return switch (create.invoke(Json.bytes(merchant))) {
      case Outcome.Returned(byte[] payload) -> Json.parse(payload);
      case Outcome failed ->
          throw new StartFault("The demo merchant failed: " + failed.json(), null);
    };
  }

  @Override
  public void close() {
    if (sweeping != null) {
      sweeping.cancel(false);
    }
    ticks.shutdown();
    schedules.stop();
    sources.stop();
    http.close();
    stores.close();
  }
}
