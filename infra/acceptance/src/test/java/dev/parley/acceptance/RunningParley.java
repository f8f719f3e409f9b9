package dev.parley.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.local.LocalOptions;
import dev.parley.local.LocalParley;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The whole system, started once for all tests on free ports, from the template. */
public final class RunningParley implements BeforeAllCallback, ParameterResolver {
  private @Nullable LocalParley parley;

  @Override
  public void beforeAll(ExtensionContext context) {
    parley =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.GLOBAL)
            .computeIfAbsent(
                LocalParley.class,
                type -> LocalParley.start(LocalOptions.onFreePorts()),
                LocalParley.class);
  }

  private LocalParley running() {
    return Objects.requireNonNull(parley, "The system is not running");
  }

  public Http api() {
    return Http.at(running().api().toString());
  }

  public Http sandbox() {
    return Http.at(running().sandbox().toString());
  }

  Http aws() {
    return Http.at(running().aws().toString());
  }

  /** Asks DynamoDB itself, of the table whose name in the template this is. */
  public JsonNode dynamo(String operation, String table, Map<String, Object> request) {
    Http dynamo = aws().with("content-type", "application/x-amz-json-1.0");
    String prefix = "DynamoDB_20120810.";
    String name =
        dynamo
            .with("x-amz-target", prefix + "ListTables")
            .post("/", Map.of())
            .is(200)
            .json()
            .path("TableNames")
            .valueStream()
            .map(JsonNode::asText)
            .filter(full -> full.contains(table))
            .findFirst()
            .orElseThrow();
    Map<String, Object> body = new HashMap<>(request);
    body.put("TableName", name);
    return dynamo.with("x-amz-target", prefix + operation).post("/", body).is(200).json();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Shop.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return Shop.open(this);
  }
}
