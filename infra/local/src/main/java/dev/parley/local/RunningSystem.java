package dev.parley.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import dev.parley.local.control.ClockRoute;
import dev.parley.local.control.ControlRoutes;
import dev.parley.local.control.IdleProbe;
import dev.parley.local.control.TimeToLive;
import dev.parley.local.events.AsyncInvoker;
import dev.parley.local.events.BusRules;
import dev.parley.local.events.EventSources;
import dev.parley.local.events.Expiries;
import dev.parley.local.events.HttpApi;
import dev.parley.local.events.Schedules;
import dev.parley.local.events.SignalBoard;
import dev.parley.local.events.StreamPositions;
import dev.parley.local.gateway.AwsGateway;
import dev.parley.local.gateway.BusService;
import dev.parley.local.gateway.Callers;
import dev.parley.local.gateway.DynamoService;
import dev.parley.local.gateway.Faults;
import dev.parley.local.gateway.Json;
import dev.parley.local.gateway.KmsService;
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
import dev.parley.local.template.Deployment;
import dev.parley.local.template.Surroundings;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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
      Consumer<String> log) {}

  private RunningSystem(Setting setting, Stores stores, HttpClient http) {
    this.stores = stores;
    this.http = http;
    Deployment deployment = setting.deployment();
    Surroundings here = setting.here();
    LocalTime time = setting.time();
    Activity activity = new Activity();
    Meter meter = new Meter();
    Faults faults = new Faults();
    Callers callers = new Callers();
    SignalBoard board = new SignalBoard(time.queues(), activity, deployment.queues());
    AsyncInvoker invoker = new AsyncInvoker(stores.queueService(), board, activity);
    this.functions =
        new Functions(
            deployment,
            here,
            time.functions(),
            new LambdaFunction.Shared(callers, meter, activity, setting.log()));
    SqsService sqs = new SqsService(stores.queueService(), board, time.queues().nowMillis() / 1000);
    BusService bus =
        new BusService(
            deployment.buses(),
            here.region(),
            here.account(),
            time.functions(),
            new BusRules(functions, invoker));
    this.gateway =
        new AwsGateway(
            callers,
            meter,
            faults,
            Map.of(
                "dynamodb",
                new DynamoService(stores.database(), board::written),
                "sqs",
                sqs,
                "kms",
                new KmsService(setting.data().secret(), deployment.keys(), here.arn("kms", "")),
                "events",
                bus),
            new PlatformProxy(http, setting.platforms()));
    Expiries expiries = new Expiries();
    this.sources =
        new EventSources(
            functions,
            deployment.queues(),
            new EventSources.Parts(
                stores.database(),
                stores.queueService(),
                sqs,
                meter,
                board,
                time.functions(),
                time.queues(),
                here,
                new StreamPositions(setting.data().path()),
                expiries,
                invoker));
    this.schedules = new Schedules(functions, time.functions(), here, invoker);
    this.timeToLive =
        new TimeToLive(stores.database(), deployment.tables(), time.functions(), expiries, board);
    this.api = new HttpApi(functions, time.functions(), here.account());
    this.control =
        new ControlRoutes(
            functions,
            schedules,
            new ClockRoute(time.functions(), time.queues(), board, timeToLive, schedules),
            new IdleProbe(activity, sources, stores.queues()),
            meter,
            faults,
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
    Stores stores =
        Stores.start(setting.data().path(), setting.time().queues(), setting.here(), http);
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
