package dev.parley.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.local.gateway.Json;
import dev.parley.local.gateway.LoopbackServer;
import dev.parley.local.gateway.PlatformEndpoint;
import dev.parley.local.template.Deployment;
import dev.parley.local.template.Surroundings;
import dev.parley.sandbox.SandboxOptions;
import dev.parley.sandbox.SandboxServer;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The whole system running on this machine, for the command line and for tests. */
public final class LocalParley implements AutoCloseable {
  private static final String REGION = "us-east-1";
  private static final String ACCOUNT = "000000000000";
  private static final int LAST_REQUESTS_SECONDS = 60;

  private final LoopbackServer api;
  private final LoopbackServer gateway;
  private final SandboxServer sandbox;
  private final DataDirectory data;
  private final RunningSystem system;
  private @Nullable Demo demo;

  private LocalParley(
      LoopbackServer api,
      LoopbackServer gateway,
      SandboxServer sandbox,
      DataDirectory data,
      RunningSystem system) {
    this.api = api;
    this.gateway = gateway;
    this.sandbox = sandbox;
    this.data = data;
    this.system = system;
  }

  /**
   * Starts everything and returns when it answers.
   *
   * @throws StartFault saying in one line what is in the way
   * @throws dev.parley.local.template.TemplateFault naming file and line
   */
  public static LocalParley start(LocalOptions options) {
    try (Cleanup begun = new Cleanup()) {
      LoopbackServer api = begun.keep(bind(options.port()), LoopbackServer::close);
      LoopbackServer gateway = begun.keep(bind(0), LoopbackServer::close);
      LocalTime time = LocalTime.real();
      SandboxServer sandbox =
          begun.keep(sandbox(options.sandboxPort(), time), SandboxServer::close);
      Surroundings here = new Surroundings(REGION, ACCOUNT, gateway.uri(), api.uri());
      Deployment deployment = Deployment.read(options.template(), Map.of(), here);
      DataDirectory data = begun.keep(DataDirectory.open(options.data()), DataDirectory::close);
      RunningSystem.Setting setting =
          new RunningSystem.Setting(
              deployment,
              here,
              time,
              data,
              baseUrls(options, sandbox),
              sandbox::pendingWebhooks,
              options.localStack(),
              options.log());
      RunningSystem system = begun.keep(RunningSystem.start(setting), RunningSystem::close);
      LocalParley parley = new LocalParley(api, gateway, sandbox, data, system);
      gateway.start(system.gateway());
      api.start(system);
      system.begin();
      parley.registerDemo(options.empty());
      begun.done();
      return parley;
    }
  }

  private static LoopbackServer bind(int port) {
    try {
      return LoopbackServer.bind(port);
    } catch (IOException e) {
      throw new StartFault("The port " + port + " is taken", e);
    }
  }

  private static SandboxServer sandbox(int port, LocalTime time) {
    try {
      return SandboxServer.start(new SandboxOptions(port, time.functions()));
    } catch (IOException e) {
      throw new StartFault("The port " + port + " is taken", e);
    }
  }

  private static Map<String, String> baseUrls(LocalOptions options, SandboxServer sandbox) {
    Map<String, String> urls = PlatformEndpoint.simulatedBy(sandbox);
    options.endpoints().forEach((name, url) -> urls.put(name, withoutSlash(url)));
    return urls;
  }

  private static String withoutSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  private void registerDemo(boolean empty) {
    DemoShop shop = new DemoShop(api.uri(), sandbox);
    if (!empty) {
      Demo made = data.demo().orElseGet(() -> keep(shop.create(system::createMerchant)));
      shop.connect();
      demo = made;
    }
  }

  private Demo keep(Demo made) {
    data.keep(made);
    return made;
  }

  /** The HTTP API and, under {@code /_local/}, the control routes. */
  public URI api() {
    return api.uri();
  }

  /** What functions are given as the endpoint of AWS. */
  public URI aws() {
    return gateway.uri();
  }

  /** The simulated platforms and their page. */
  public URI sandbox() {
    return URI.create(sandbox.baseUrl());
  }

  /** The simulated platforms as objects. */
  public SandboxServer platforms() {
    return sandbox;
  }

  /** What a function of the template is started with, for those who start it elsewhere. */
  public Map<String, String> environment(String logicalId) {
    return system.environment(logicalId);
  }

  public Optional<Demo> demo() {
    return Optional.ofNullable(demo);
  }

  /** What the ready file and the line {@code READY} say. */
  ObjectNode ready(long pid) {
    ObjectNode ready =
        Json.object()
            .put("api", api().toString())
            .put("sandbox", sandbox().toString())
            .put("pid", pid);
    demo()
        .ifPresent(
            shop ->
                ready
                    .putObject("demo")
                    .put("merchantId", shop.merchantId())
                    .put("ownerKey", shop.ownerKey())
                    .put("agentKey", shop.agentKey()));
    return ready;
  }

  /** Ends it: invocations under way are finished, what is kept is consistent. */
  @Override
  public void close() {
    api.stop(LAST_REQUESTS_SECONDS);
    system.close();
    gateway.close();
    sandbox.close();
    data.close();
  }
}
