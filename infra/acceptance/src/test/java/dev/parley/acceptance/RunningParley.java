package dev.parley.acceptance;

import dev.parley.local.LocalOptions;
import dev.parley.local.LocalParley;
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

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Shop.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return Shop.open(this);
  }
}
