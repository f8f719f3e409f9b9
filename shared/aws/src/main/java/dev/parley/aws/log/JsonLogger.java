package dev.parley.aws.log;

import dev.parley.json.JsonWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** What libraries log through: warnings and errors, as lines of the same shape as our own. */
final class JsonLogger extends LegacyAbstractLogger {
  private static final long serialVersionUID = 1L;

  JsonLogger(String name) {
    this.name = name;
  }

  @Override
  protected @Nullable String getFullyQualifiedCallerName() {
    return null;
  }

  @Override
  protected void handleNormalizedLoggingCall(
      Level level,
      @Nullable Marker marker,
      String message,
      Object @Nullable [] arguments,
      @Nullable Throwable fault) {
    String said =
        Objects.requireNonNullElse(MessageFormatter.basicArrayFormat(message, arguments), "");
    Console.out()
        .println(
            JsonWriter.text(
                w -> {
                  w.field("level", level.toString()).field("logger", name).field("message", said);
                  if (fault != null) {
                    w.field("fault", fault.getClass().getName());
                  }
                }));
  }

  @Override
  public boolean isTraceEnabled() {
    return false;
  }

  @Override
  public boolean isDebugEnabled() {
    return false;
  }

  @Override
  public boolean isInfoEnabled() {
    return false;
  }

  @Override
  public boolean isWarnEnabled() {
    return true;
  }

  @Override
  public boolean isErrorEnabled() {
    return true;
  }
}
