package dev.parley.aws.log;

import dev.parley.json.JsonWriter;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The function's log: one JSON object a line, with the time, the level and the function's name
 * first. What goes in is ids, numbers and names of things; never a body, a secret, a person's name,
 * a phone number or an address.
 */
public final class Log {
  private final String function;
  private final InstantSource clock;
  private final PrintStream out;

  public Log(String function, InstantSource clock, PrintStream out) {
    this.function = function;
    this.clock = clock;
    this.out = out;
  }

  public void info(Consumer<JsonWriter> fields) {
    line("INFO", fields);
  }

  public void warn(Consumer<JsonWriter> fields) {
    line("WARN", fields);
  }

  /**
   * Logs a fault: its kinds and the place it comes from, not its message when that may hold a body.
   */
  public void error(Throwable fault, Consumer<JsonWriter> fields) {
    line("ERROR", w -> fault(w, fault, fields));
  }

  private static void fault(JsonWriter w, Throwable fault, Consumer<JsonWriter> fields) {
    fields.accept(w);
    w.field("fault", fault.getClass().getName()).optional("message", shortened(fault.getMessage()));
    StackTraceElement[] trace = fault.getStackTrace();
    if (trace.length > 0) {
      w.field("where", trace[0].toString());
    }
    if (fault.getCause() != null) {
      w.field("cause", fault.getCause().getClass().getName())
          .optional("causeMessage", shortened(fault.getCause().getMessage()));
    }
  }

  private static @Nullable String shortened(@Nullable String text) {
    return text == null || text.length() <= 300 ? text : text.substring(0, 300);
  }

  private void line(String level, Consumer<JsonWriter> fields) {
    out.println(
        JsonWriter.text(
            w -> {
              w.field("at", clock.instant().toString())
                  .field("level", level)
                  .field("function", function);
              fields.accept(w);
            }));
  }
}
