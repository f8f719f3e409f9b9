package dev.parley.acceptance;

import com.github.dockerjava.api.exception.NotFoundException;
import java.net.URI;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * LocalStack in a container, begun once for all tests; without Docker or its image they are skipped
 * and say so.
 */
final class LocalStack implements ExecutionCondition, ParameterResolver {
  private static final String IMAGE = "parley/localstack:4.14.0";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    DockerClientFactory docker = DockerClientFactory.instance();
    if (!docker.isDockerAvailable()) {
      return ConditionEvaluationResult.disabled("No Docker engine answers");
    }
    try {
      docker.client().inspectImageCmd(IMAGE).exec();
      return ConditionEvaluationResult.enabled("Docker answers and has the image " + IMAGE);
    } catch (NotFoundException e) {
      return ConditionEvaluationResult.disabled(
          "There is no image " + IMAGE + ": infra/localstack/build-image makes it");
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
