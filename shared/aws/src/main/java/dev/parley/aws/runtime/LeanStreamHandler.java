package dev.parley.aws.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import dev.parley.aws.log.Log;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.function.aws.MicronautRequestStreamHandler;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.crac.Core;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;

/**
 * What every function is: Micronaut Function's stream handler over a {@link LeanContext}, its
 * members injected, primed before a SnapStart snapshot is taken.
 */
public abstract class LeanStreamHandler extends MicronautRequestStreamHandler implements Resource {
  @Inject Log log;
  @Inject Connections connections;

  protected LeanStreamHandler() {
    this(RuntimeEnvironment.current());
  }

  @SuppressWarnings("this-escape") // a runtime takes its snapshot only after the constructor
  private LeanStreamHandler(RuntimeEnvironment environment) {
    super(
        new LeanContext(
            LeanStreamHandler.class.getClassLoader(), handler(environment), environment));
    if ("snap-start".equals(environment.optional("AWS_LAMBDA_INITIALIZATION_TYPE"))) {
      Core.getGlobalContext().register(this);
    }
  }

  /** Returns the class of the handler, which may be given with a method: {@code Type::method}. */
  private static String handler(RuntimeEnvironment environment) {
    String handler = environment.required("_HANDLER");
    return handler.contains("::") ? handler.substring(0, handler.indexOf("::")) : handler;
  }

  /** Starts nothing: a {@link LeanContext} gives out its beans as it is. */
  @Override
  protected @Nullable Environment startEnvironment(ApplicationContext context) {
    return null;
  }

  protected final Log log() {
    return log;
  }

  @Override
  public final void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    execute(input, output, context);
  }

  @Override
  protected abstract void execute(InputStream input, OutputStream output, Context context)
      throws IOException;

  /** Runs what a first call runs, without effects, so that the snapshot holds its classes. */
  protected void prime() throws IOException {}

  @Override
  public final void beforeCheckpoint(org.crac.@Nullable Context<? extends Resource> context)
      throws IOException {
    prime();
    connections.close();
  }

  @Override
  public final void afterRestore(org.crac.@Nullable Context<? extends Resource> context) {}
}
