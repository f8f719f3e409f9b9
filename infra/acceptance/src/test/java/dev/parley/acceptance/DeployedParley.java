package dev.parley.acceptance;

import dev.parley.local.events.HttpApi;
import dev.parley.local.events.Precedence;
import dev.parley.local.gateway.Json;
import dev.parley.local.gateway.LoopbackServer;
import dev.parley.local.gateway.Reply;
import dev.parley.local.lambda.Outcome;
import dev.parley.local.template.Deployment;
import dev.parley.local.template.Surroundings;
import dev.parley.sandbox.SandboxOptions;
import dev.parley.sandbox.SandboxServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.testcontainers.localstack.LocalStackContainer;

/**
 * The functions deployed from the template into LocalStack, begun once for all tests, with what
 * LocalStack lacks around them: an HTTP API that invokes them, and the simulated platforms on the
 * address that its container sees this machine under.
 */
final class DeployedParley implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Shop.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Running running =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.GLOBAL)
            .computeIfAbsent(
                Running.class, type -> Running.start(LocalStack.running(context)), Running.class);
    return Shop.open(Http.at(running.api().uri().toString()), Http.at(running.sandbox().baseUrl()));
  }

  /** What runs beside LocalStack for as long as the tests take. */
  private record Running(LoopbackServer api, SandboxServer sandbox) implements AutoCloseable {
    static Running start(LocalStackContainer container) {
      try {
        LoopbackServer api = LoopbackServer.bind(0);
        SandboxServer sandbox =
            SandboxServer.start(
                new SandboxOptions(hostSeenFrom(container), 0, InstantSource.system()));
        LocalStackDeployment stack =
            LocalStackDeployment.deploy(
                container,
                Map.of(
                    // Not empty: LocalStack can't give a nested stack an empty parameter.
                    "AlarmTopicArn", "arn:aws:sns:us-east-1:000000000000:alarms",
                    "PublicBaseUrl", api.uri().toString(),
                    "LineApiBaseUrl", sandbox.line().apiBaseUrl(),
                    "LineDataApiBaseUrl", sandbox.line().dataBaseUrl()));
        Front front = new Front(api(stack, api.uri()), stack);
        api.start(exchange -> front.answer(exchange));
        return new Running(api, sandbox);
      } catch (IOException e) {
        throw new IllegalStateException("The system beside LocalStack doesn't start", e);
      }
    }

    private static InetAddress hostSeenFrom(LocalStackContainer container) throws IOException {
      String gateway =
          container.getContainerInfo().getNetworkSettings().getNetworks().values().stream()
              .map(network -> String.valueOf(network.getGateway()))
              .findFirst()
              .orElseThrow();
      return InetAddress.getByName(gateway);
    }

    private static HttpApi api(LocalStackDeployment stack, URI address) {
      Path template = LocalStackDeployment.root().resolve("template.yaml");
      Surroundings here = new Surroundings("us-east-1", "000000000000", address, address);
      return new HttpApi(
          Deployment.read(template, Map.of(), here).functions(),
          stack::invoke,
          InstantSource.system(),
          new Precedence(),
          here.account());
    }

    @Override
    public void close() {
      api.close();
      sandbox.close();
    }
  }

  /** The HTTP API, and of the local runner's control routes those that a shop needs. */
  private record Front(HttpApi api, LocalStackDeployment stack) {
    Reply answer(com.sun.net.httpserver.HttpExchange exchange) throws IOException {
      return switch (exchange.getRequestURI().getPath()) {
        case "/_local/merchants" ->
            switch (stack.invoke("MerchantCreate", exchange.getRequestBody().readAllBytes())) {
              case Outcome.Returned(byte[] payload) -> Reply.json(200, Json.parse(payload));
              case Outcome failed -> Reply.json(500, failed.json());
            };
        case "/_local/idle" -> {
          stack.awaitEmptyQueues();
          yield new Reply(200, Map.of(), "{}".getBytes(StandardCharsets.UTF_8));
        }
        default -> api.answer(exchange);
      };
    }
  }
}
