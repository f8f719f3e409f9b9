package dev.parley.aws.runtime;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * What a function is started with: its environment variables and its clock. On AWS these are the
 * process's own; the local runner and tests bind others for the time in which they construct a
 * handler.
 *
 * @param variables the environment variables, each name meaning one thing in the whole system
 * @param clock what every "now" of the function is read from
 */
public record RuntimeEnvironment(Map<String, String> variables, InstantSource clock) {
  private static final ScopedValue<RuntimeEnvironment> BOUND = ScopedValue.newInstance();

  public RuntimeEnvironment {
    variables = Map.copyOf(variables);
  }

  /** Returns the environment bound around this call, or the process's own. */
  public static RuntimeEnvironment current() {
    return BOUND.isBound()
        ? BOUND.get()
        : new RuntimeEnvironment(System.getenv(), InstantSource.system());
  }

  /**
   * Runs the action, in which handlers are constructed with this environment in place of the
   * process's.
   */
  public <T> T bind(Callable<T> action) throws Exception {
    return ScopedValue.where(BOUND, this).call(action::call);
  }

  /**
   * Returns the variable's value; when it is missing the function fails at start and says its name.
   */
  public String required(String name) {
    String value = variables.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException("The environment variable " + name + " is missing");
    }
    return value;
  }

  public @Nullable String optional(String name) {
    String value = variables.get(name);
    return value == null || value.isBlank() ? null : value;
  }
}
