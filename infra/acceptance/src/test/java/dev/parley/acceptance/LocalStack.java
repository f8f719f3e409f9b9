package dev.parley.acceptance;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * LocalStack in a container, begun once for all tests; without Docker or its image they are skipped
 * and say so.
 */
final class LocalStack implements ExecutionCondition, ParameterResolver {
  private static final String IMAGE = "parley/localstack:4.14.0";

  /** Asks the command: Testcontainers would first fetch an image of its own, and fail without. */
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    try {
      Process docker =
          new ProcessBuilder("docker", "image", "inspect", "--format", "{{.Id}}", IMAGE)
              .redirectErrorStream(true)
              .start();
      String said = new String(docker.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return docker.waitFor() == 0
          ? ConditionEvaluationResult.enabled("Docker has the image " + IMAGE)
          : ConditionEvaluationResult.disabled(
              "infra/localstack/start-docker and build-image make what is missing: "
                  + said.strip());
    } catch (IOException e) {
      return ConditionEvaluationResult.disabled("There is no Docker: " + e.getMessage());
    } catch (InterruptedException e) {
      throw new IllegalStateException("Interrupted while Docker was asked", e);
    }
  }

  static LocalStackContainer running(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .computeIfAbsent(LocalStackContainer.class, type -> start(), LocalStackContainer.class);
  }

  @SuppressWarnings("resource") // the store closes it
  private static LocalStackContainer start() {
    LocalStackContainer container =
        new LocalStackContainer(
                DockerImageName.parse(IMAGE).asCompatibleSubstituteFor("localstack/localstack"))
            .withEnv("LAMBDA_RUNTIME_ENVIRONMENT_TIMEOUT", "60")
            .withEnv("CFN_IGNORE_UNSUPPORTED_RESOURCE_TYPES", "1");
    container.start();
    return container;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == URI.class;
  }

  /** The address of all its services, as this machine sees it. */
  @Override
  public URI resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return running(context).getEndpoint();
  }
}
