package dev.parley.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.parley.aws.runtime.RuntimeEnvironment;
import dev.parley.local.gateway.PlatformEndpoint;
import dev.parley.local.gateway.PlatformProxy;
import dev.parley.local.template.Deployment;
import dev.parley.local.template.FunctionSpec;
import dev.parley.local.template.Surroundings;
import dev.parley.local.template.TemplateFault;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All functions of the template by their logical ids. */
public final class Functions {
  private final Surroundings surroundings;
  private final InstantSource clock;
  private final Map<String, LambdaFunction> functions = new LinkedHashMap<>();

  public Functions(
      Deployment deployment,
      Surroundings surroundings,
      InstantSource clock,
      LambdaFunction.Shared shared) {
    this.surroundings = surroundings;
    this.clock = clock;
    for (FunctionSpec spec : deployment.functions()) {
      checkHandler(spec);
      String arn =
          "arn:aws:lambda:%s:%s:function:%s"
              .formatted(surroundings.region(), surroundings.account(), spec.logicalId());
      functions.put(
          spec.logicalId(),
          new LambdaFunction(spec, arn, accessKey -> environment(spec, accessKey), shared));
    }
  }

  private static void checkHandler(FunctionSpec spec) {
    try {
      Class<?> type = Class.forName(spec.handler(), false, Functions.class.getClassLoader());
      if (!RequestStreamHandler.class.isAssignableFrom(type)) {
        throw new TemplateFault(spec.place(), spec.handler() + " is no stream handler");
      }
    } catch (ClassNotFoundException e) {
      throw new TemplateFault(spec.place(), "there is no class " + spec.handler(), e);
    }
  }

  public Collection<LambdaFunction> all() {
    return functions.values();
  }

  public Optional<LambdaFunction> byId(String logicalId) {
    return Optional.ofNullable(functions.get(logicalId));
  }

  /** What the function is started with when it runs outside of this process. */
  public Map<String, String> environment(String logicalId) {
    return byId(logicalId)
        .map(function -> environment(function.spec(), logicalId + "XOUTSIDE").variables())
        .orElseThrow(() -> new IllegalArgumentException("There is no function " + logicalId));
  }

  /** The template's variables, those that Lambda sets, and the few values that differ here. */
  private RuntimeEnvironment environment(FunctionSpec spec, String accessKey) {
    Map<String, String> variables = new LinkedHashMap<>(spec.environment());
    variables.put("AWS_REGION", surroundings.region());
    variables.put("AWS_DEFAULT_REGION", surroundings.region());
    variables.put("AWS_LAMBDA_FUNCTION_NAME", spec.logicalId());
    variables.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    variables.put("_HANDLER", spec.handler());
    variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(spec.memoryMegabytes()));
    variables.put("AWS_ACCESS_KEY_ID", accessKey);
    variables.put("AWS_SECRET_ACCESS_KEY", "local");
    variables.put("AWS_ENDPOINT_URL", surroundings.gateway().toString());
    for (PlatformEndpoint endpoint : PlatformEndpoint.values()) {
      variables.computeIfPresent(
          endpoint.variable(),
          (n, real) -> PlatformProxy.baseUrl(surroundings.gateway(), endpoint, accessKey));
    }
    variables.computeIfPresent("FORWARD_TARGETS", (n, given) -> "publicAndLoopback");
    variables.computeIfPresent("PUBLIC_BASE_URL", (n, given) -> surroundings.api().toString());
    return new RuntimeEnvironment(variables, clock);
  }
}
